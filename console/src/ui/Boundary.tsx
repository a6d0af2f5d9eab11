import { CircleAlert, RefreshCw } from 'lucide'
import { Component, type ComponentChildren } from 'preact'
import { text } from '../text/en.ts'
import { Icon } from './Icon.tsx'
import { Blank } from './notes.tsx'

interface Props {
  /** The address of what is inside: another page gets another chance. */
  page: string
  children: ComponentChildren
}

/** A page that throws while it is drawn says so instead of leaving the screen empty; the rest of the console stays usable. */
export class Boundary extends Component<Props, { failedPage: string | null }> {
  override state = { failedPage: null }

  override componentDidCatch(failure: unknown) {
    console.error(failure)
    this.setState({ failedPage: this.props.page })
  }

  render() {
    if (this.state.failedPage !== this.props.page) return this.props.children
    return (
      <Blank icon={CircleAlert} title={text.errors.title}>
        <p>{text.errors.unexpected}</p>
        <button type="button" class="button" onClick={() => location.reload()}><Icon name={RefreshCw} /> {text.errors.reload}</button>
      </Blank>
    )
  }
}
