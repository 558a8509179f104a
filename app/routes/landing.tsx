import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { read } from '#app/http/door.server.ts';
import { Landing } from '#app/screens/landing/landing.tsx';
import { isSetUp } from '#db/installation.ts';

export const handle = { signedOut: 'page' };

export const meta: MetaFunction = () => [
  { title: 'Rondo: circles of peers who mentor each other' },
  { name: 'description', content: 'A place where project managers mentor each other in small circles.' },
];

export const loader = read('landing.read', async ({ house, asker }) => {
  if (asker) throw redirect('/today');
  if (!(await isSetUp(house.db))) throw redirect('/welcome');
  return { openSignUp: house.settings.openSignUp };
});

export default function LandingPage() {
  const { openSignUp } = useLoaderData<typeof loader>();
  return <Landing openSignUp={openSignUp} />;
}
