import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react';
import { type ComponentType, useEffect, useState } from 'react';
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

  const [, room] = roomPath.exec(location.pathname) ?? [];

  return (
    <div className="flex flex-col gap-6">
      <Wrong
        status={status}
        sentence={refusal?.message}
        signedIn={asker !== null}
        here={location.pathname + location.search}
        requestId={status >= 500 ? requestId : undefined}
      />
      {status === 404 && asker && room ? <LeftHere person={asker.id} room={room} /> : null}
    </div>
  );
}

/** The pages of a room: those of its meeting, or of its circle. */
const roomPath = /^\/(?:meetings|circles)\/([\da-f-]{36})(?:\/|$)/;

type Here = { person: string; room: string };

/** Fetched only where somebody may have left words: this page is part of every other. */
function LeftHere(here: Here) {
  const [LeftBehind, setLeftBehind] = useState<ComponentType<Here> | null>(null);
  useEffect(() => {
    import('./left-behind.tsx').then(
      (loaded) => setLeftBehind(() => loaded.LeftBehind),
      () => {},
    );
  }, []);
  return LeftBehind ? <LeftBehind {...here} /> : null;
}
