import type { ComponentChildren } from 'preact'

interface Props {
  title: string
  /** One line that says which question the page answers. */
  lead?: string
  /** What can be done here, at the right. */
  children?: ComponentChildren
}

/** The head of every page. */
export function PageHead({ title, lead, children }: Props) {
  return (
    <div class="page-head">
      <div>
        <h1>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
      </div>
      {children && <div class="row">{children}</div>}
    </div>
  )
}
