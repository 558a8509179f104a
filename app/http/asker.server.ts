import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { Asked } from './asked.ts';

/** Who is asking: the edge has already read the session cookie; this hands it on with the request. */
export async function identify({
  request,
  params,
  context,
}: LoaderFunctionArgs | ActionFunctionArgs): Promise<Asked> {
  const { house, address, asker } = context;
  return { house, request, params, address, asker, url: new URL(request.url) };
}
