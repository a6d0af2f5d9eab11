import { Monitor, Moon, Sun } from 'lucide'
import { text } from '../text/en.ts'
import { Icon } from '../ui/Icon.tsx'
import { Segments } from '../ui/Segments.tsx'
import { useTheme } from './theme.ts'

export function ThemeSwitch() {
  const [theme, choose] = useTheme()
  return (
    <Segments
      name="theme"
      legend={text.theme.legend}
      value={theme}
      onChange={choose}
      segments={[
        { value: 'system', label: <Icon name={Monitor} />, title: text.theme.system },
        { value: 'light', label: <Icon name={Sun} />, title: text.theme.light },
        { value: 'dark', label: <Icon name={Moon} />, title: text.theme.dark },
      ]}
    />
  )
}
