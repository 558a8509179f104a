import Printer from 'lucide-react/icons/printer';
import { useEffect, useState } from 'react';
import { Button } from '#app/ui/button.tsx';

/** Printing needs a script to start it; without one the browser's own menu does, and nothing is promised here. */
export function PrintButton() {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <Button type="button" icon={Printer} onClick={() => window.print()}>
      Print
    </Button>
  );
}
