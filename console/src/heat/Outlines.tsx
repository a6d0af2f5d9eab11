import type { Placed } from './project.ts'

interface Props {
  placed: readonly Placed[]
  /** All of them, or only the one pointed at. */
  shown: boolean
  active: string | null
  onActive: (key: string | null) => void
  /** Shows the sessions behind an element. */
  onOpen?: (key: string) => void
  /** How much smaller than life the page is drawn: lines stay as thick as the eye needs. */
  scale: number
}

/** The boxes of the clicked elements. They take the pointer, so nothing in the recorded page ever does. */
export function Outlines({ placed, shown, active, onActive, onOpen, scale }: Props) {
  // Small boxes lie above the large ones that hold them, or they could not be pointed at.
  const boxes = placed.filter((one) => one.box !== null).sort((one, other) => area(other) - area(one))
  return (
    <div class={shown ? 'outlines shown' : 'outlines'} aria-hidden="true" style={{ '--line': `${2 / scale}px` }} onPointerLeave={() => onActive(null)}>
      {boxes.map(({ element, box }) => (
        <div
          key={element.key}
          class={element.key === active ? 'outline active' : 'outline'}
          data-element={element.key}
          style={{ left: `${box!.x}px`, top: `${box!.y}px`, width: `${box!.width}px`, height: `${box!.height}px` }}
          onPointerEnter={() => onActive(element.key)}
          onClick={() => onOpen?.(element.key)}
        />
      ))}
    </div>
  )
}

const area = ({ box }: Placed): number => (box ? box.width * box.height : 0)
