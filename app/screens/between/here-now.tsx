import { Card } from '#app/ui/card.tsx';
import { SeatMark } from '#app/ui/seat-mark.tsx';
import { useCircleRoom } from './circle-room-context.ts';

/** Who else has this room open at the moment; nothing when nobody has. */
export function HereNow() {
  const { state, nameOf } = useCircleRoom();
  const others = state.here.filter((person) => person !== state.me);
  if (others.length === 0) return null;
  return (
    <Card title="Here now" level={2}>
      <ul className="flex flex-col gap-3">
        {others.map((person) => (
          <li key={person} className="flex items-center gap-2">
            <SeatMark id={person} name={nameOf(person)} size="small" />
            {nameOf(person)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
