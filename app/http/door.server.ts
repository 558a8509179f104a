import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import type { z } from 'zod';
import { isRefusal, type Refusal, refuse, statusOf } from '#app/domain/refusal.ts';
import type { findMeetingFor } from '#db/circle.ts';
import type { Asked, AskedAt } from './asked.ts';
import { identify } from './asker.server.ts';
import { type DoorName, doors } from './doors.ts';
import { type FormFault, parseForm, valuesOf, withoutSecrets } from './form.server.ts';
import { letIn } from './let-in.server.ts';

/** What an action answers when the form was not accepted; screens read it with `useActionData`. */
export type Fault = { fault: FormFault & { intent: string } };

type Found = NonNullable<Awaited<ReturnType<typeof findMeetingFor>>>;
type FindMeeting<More> = (...asked: Parameters<typeof findMeetingFor>) => Promise<(Found & More) | null>;

/**
 * Makes a loader: who is asking, may they, then the page's data. A refusal becomes the error page. A page of a meeting may
 * find more of it (`findMeeting`) in the one question whether the asker belongs there.
 */
export function read<Name extends DoorName, Answer, More extends object = object>(
  name: Name,
  handler: (asked: AskedAt<Name> & More) => Promise<Answer | Refusal>,
  findMeeting?: FindMeeting<More>,
) {
  return async (args: LoaderFunctionArgs): Promise<Answer> => {
    const asked = await letIn(doors[name], await identify(args), findMeeting);
    if (isRefusal(asked)) throw turnAway(asked, args.request);

    const answer = await handler(asked as AskedAt<Name> & More);
    if (isRefusal(answer)) throw asResponse(answer);
    return answer as Answer;
  };
}

/** One thing a page can do: its schema and what happens. The answer is a redirect, data or a refusal. */
export type Intent<Name extends DoorName, Schema extends z.ZodType> = {
  schema: Schema;
  run: (asked: AskedAt<Name> & { form: z.output<Schema> }) => Promise<Response | object | Refusal>;
};

/** Declares one intent with its types worked out from the door and the schema. */
export function intent<Name extends DoorName, Schema extends z.ZodType>(
  name: Name,
  schema: Schema,
  run: Intent<Name, Schema>['run'],
) {
  return { name, schema, run: run as (asked: Asked) => Promise<Response | object | Refusal> };
}

/** Makes an action from its intents; the form's `intent` field says which one is meant. */
export function act(...intents: ReturnType<typeof intent>[]) {
  return async (args: ActionFunctionArgs) => {
    const form = await args.request.formData();
    const meant = intents.length === 1 ? intents[0] : intents.find((one) => one.name === form.get('intent'));
    if (!meant) throw data(refuse('bad-input'), { status: 400 });
    const asked = await letIn(doors[meant.name], await identify(args));
    if (isRefusal(asked)) throw turnAway(asked, args.request);

    const parsed = parseForm(form, meant.schema);
    if ('fault' in parsed)
      return data<Fault>({ fault: { ...parsed.fault, intent: meant.name } }, { status: 400 });

    const answer = await meant.run(Object.assign(asked, { form: parsed.form }));
    return isRefusal(answer) ? faultOf(answer, meant.name, form) : answer;
  };
}

function faultOf(refusal: Refusal, intentName: string, form: FormData) {
  if (refusal.refused === 'not-found') throw data(refusal, { status: 404 });
  const fields = refusal.field ? { [refusal.field]: refusal.message } : {};
  const fault = {
    form: refusal.field ? undefined : refusal.message,
    fields,
    values: withoutSecrets(valuesOf(form)),
  };
  return data<Fault>({ fault: { ...fault, intent: intentName } }, { status: statusOf(refusal) });
}

/** Signed-out visitors of their own pages go and sign in; everything of a circle is simply not there. */
function turnAway(refusal: Refusal, request: Request): Response {
  if (refusal.refused !== 'signed-out') return asResponse(refusal);
  const url = new URL(request.url);
  const back = request.method === 'GET' ? url.pathname + url.search : '/today';
  return redirect(`/sign-in?${new URLSearchParams({ back })}`);
}

/** A whole response, because a file or plain data has no error page around it that could say the sentence. */
function asResponse(refusal: Refusal): Response {
  return Response.json(refusal, { status: statusOf(refusal) });
}
