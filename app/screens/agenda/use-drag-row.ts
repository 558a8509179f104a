import type { ElementDropTargetEventBasePayload } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Edge } from '#app/domain/meeting/arrange.ts';

type Wishes = {
  /** Which list the rows belong to: nothing goes from one list into another. */
  list: string;
  id: string;
  /** Whether this row may be taken up. */
  isMovable: boolean;
  /** Whether something would come of dropping `dragged` at this row's edge. */
  accepts: (dragged: string, edge: Edge) => boolean;
  dropped: (dragged: string, edge: Edge) => void;
};

type Row = {
  row: RefObject<HTMLLIElement>;
  handle: RefObject<HTMLButtonElement>;
  /** Where the dragged row would land, beside this one. */
  edge: Edge | null;
  isDragged: boolean;
};

const load = () => import('@atlaskit/pragmatic-drag-and-drop/element/adapter');

/** One row of a list that can be dragged by its handle and be dropped at. The library comes after the first paint. */
export function useDragRow(wishes: Wishes): Row {
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const [edge, setEdge] = useState<Edge | null>(null);
  const [isDragged, setDragged] = useState(false);
  const latest = useRef(wishes);
  latest.current = wishes;
  const { id, list, isMovable } = wishes;

  useEffect(() => {
    const element = row.current;
    if (!element || !matchMedia('(pointer: fine)').matches) return;

    function place(dragged: unknown, { clientY }: { clientY: number }): Edge | null {
      const { top, height } = (element as HTMLElement).getBoundingClientRect();
      const nearest = clientY < top + height / 2 ? 'above' : 'below';
      return latest.current.accepts(String(dragged), nearest) ? nearest : null;
    }

    const undo: (() => void)[] = [];
    let isGone = false;
    void load().then(({ draggable, dropTargetForElements }) => {
      if (isGone) return;
      const follow = ({ source, location }: ElementDropTargetEventBasePayload) =>
        setEdge(place(source.data.id, location.current.input));
      const stopTarget = dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.list === list,
        onDragEnter: follow,
        onDrag: follow,
        onDragLeave: () => setEdge(null),
        onDrop({ source, location }) {
          setEdge(null);
          const at = place(source.data.id, location.current.input);
          if (at) latest.current.dropped(String(source.data.id), at);
        },
      });
      undo.push(stopTarget);
      if (!isMovable || !handle.current) return;
      const stopDrag = draggable({
        element,
        dragHandle: handle.current,
        getInitialData: () => ({ list, id }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      });
      undo.push(stopDrag);
    });
    return () => {
      isGone = true;
      for (const stop of undo) stop();
    };
  }, [id, list, isMovable]);

  return { row, handle, edge, isDragged };
}
