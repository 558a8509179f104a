import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react';
import { isRefusal } from '#app/domain/refusal.ts';
import { useReader } from './reader.ts';
import { Wrong } from './wrong.tsx';

/** The nearest fault of this page, in words. */
export function WentWrong() {
  const error = useRouteError();
  const { asker, requestId } = useReader();
  const location = useLocation();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const refusal = isRouteErrorResponse(error) && isRefusal(error.data) ? error.data : null;

  return (
    <Wrong
      status={status}
      sentence={refusal?.message}
      signedIn={asker !== null}
      here={location.pathname + location.search}
      requestId={status >= 500 ? requestId : undefined}
    />
  );
}
