import { Card } from '#app/ui/card.tsx';
import { TextLink } from '#app/ui/text-link.tsx';

/** The groups whose circles the reader looks after; nothing for everyone else. */
export function MyGroups({ groups }: { groups: { id: string; name: string }[] }) {
  if (groups.length === 0) return null;
  return (
    <Card title="Groups you look after" level={2}>
      <ul className="flex flex-col divide-y divide-line">
        {groups.map(({ id, name }) => (
          <li key={id} className="py-3">
            <TextLink to={`/groups/${id}`}>{name}</TextLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
