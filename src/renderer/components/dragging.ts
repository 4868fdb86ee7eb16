import type { DragEvent } from 'react';

/** What can be dragged from one part of the window to another. */
export type Dragged =
  | { readonly kind: 'articles'; readonly ids: readonly string[] }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'collection'; readonly id: string };

type Kind = Dragged['kind'];

/** A type of our own: nothing else takes it, and what it is can be seen before it is dropped. */
const typeOf = (kind: Kind) => `application/x-pressmark-${kind}`;
const kinds: readonly Kind[] = ['articles', 'tag', 'collection'];

export function startDrag({ dataTransfer }: DragEvent, dragged: Dragged): void {
  dataTransfer.setData(typeOf(dragged.kind), JSON.stringify(dragged));
  dataTransfer.effectAllowed = 'copyMove';
}

export function kindOfDrag({ dataTransfer }: DragEvent): Kind | undefined {
  return kinds.find((kind) => dataTransfer.types.includes(typeOf(kind)));
}

export function droppedOf(event: DragEvent): Dragged | undefined {
  const kind = kindOfDrag(event);
  // Written by `startDrag`: no other page can make this type without meaning it.
  return kind && (JSON.parse(event.dataTransfer.getData(typeOf(kind))) as Dragged);
}

/** Makes a line a place to drop things on. It bears `data-drop` while something it takes hovers over it. */
export function dropTarget(takes: readonly Kind[], onDrop: (dragged: Dragged) => void) {
  const isTaken = (event: DragEvent) => {
    const kind = kindOfDrag(event);
    return kind !== undefined && takes.includes(kind);
  };
  return {
    onDragOver(event: DragEvent<HTMLElement>) {
      if (!isTaken(event)) return;
      event.preventDefault();
      // The window refuses what comes from itself, unless it was taken before.
      event.stopPropagation();
      event.currentTarget.dataset['drop'] = 'on';
    },
    onDragLeave(event: DragEvent<HTMLElement>) {
      delete event.currentTarget.dataset['drop'];
    },
    onDrop(event: DragEvent<HTMLElement>) {
      delete event.currentTarget.dataset['drop'];
      const dragged = isTaken(event) ? droppedOf(event) : undefined;
      if (dragged === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      onDrop(dragged);
    },
  };
}
