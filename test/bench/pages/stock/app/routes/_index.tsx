import { useLocation } from '@remix-run/react';

/** As many plain elements as the address asks for, three to a row: no data, no framework of styles. */
export default function Page() {
  const count = Number(new URLSearchParams(useLocation().search).get('elements'));
  const rows = Array.from({ length: Math.ceil(count / 3) }, (_, row) => row);
  return (
    <main className="page">
      {rows.map((row) => (
        <div key={row} className="row">
          <span className="name">Row {row}</span>
          <span className="words">Some words that stand in this row</span>
        </div>
      ))}
    </main>
  );
}
