package io.sojourn.server.testing;

import com.microsoft.playwright.Frame;

/**
 * What a page shows, as text that can be compared: elements, attributes, text, shadow roots, form state, scroll, and a few
 * computed styles. Left out is what a replay must not have: addresses, and what would let a viewer type or follow.
 */
public final class VisiblePage {
    private static final String DESCRIBE = """
            (live) => {
              const bullets = (text) => '•'.repeat(Math.ceil(text.length / 5) * 5)
              const masked = (text) => live ? text.replace(/[0-9]/g, '0') : text
              const typed = (text) => live ? bullets(text) : text
              const written = (text) => live && text.trim() ? Array(Math.ceil(text.length / 5)).fill('••••').join(' ') + '•' : text
              const unseen = /^(href|src|action|method|target|nonce|integrity|crossorigin|async|autocomplete|contenteditable|data-sojourn-link)$|^on/
              const describe = (node, depth, editable) => {
                const pad = '  '.repeat(depth)
                if (node.nodeType === 3) {
                  const text = editable ? written(node.data) : masked(node.data)
                  return text.trim() ? pad + JSON.stringify(text.trim()) + '\\n' : ''
                }
                if (node.nodeType !== 1) return ''
                const name = node.localName
                if (name === 'script' || name === 'noscript' || name === 'style' || name === 'link' || name === 'meta') return ''
                if (name === 'template' && !node.content.firstChild) return '' // where a script stood
                let line = pad + '<' + name
                for (const attribute of [...node.attributes].sort((a, b) => a.name < b.name ? -1 : 1)) {
                  if (!unseen.test(attribute.name)) line += ' ' + attribute.name + '=' + JSON.stringify(attribute.value)
                }
                line += '>'
                if (name === 'input' && (node.type === 'checkbox' || node.type === 'radio')) line += ' checked:' + node.checked
                else if (name === 'input' || name === 'textarea') line += ' shows:' + typed(node.value)
                if (name === 'option') line += ' selected:' + node.selected
                if (node.id) line += ' color:' + getComputedStyle(node).color
                line += '\\n'
                if (node.shadowRoot) {
                  line += pad + '  #shadow\\n'
                  for (const child of node.shadowRoot.childNodes) line += describe(child, depth + 2, false)
                }
                if (name !== 'textarea') {
                  const inside = editable || node.isContentEditable || node.getAttribute('contenteditable') === 'true'
                  for (const child of node.childNodes) line += describe(child, depth + 1, inside)
                }
                return line
              }
              return describe(document.documentElement, 0, false) + 'scrolled to ' + Math.round(window.scrollY)
            }
            """;

    private VisiblePage() {}

    /** The page in front of the visitor, with what was typed masked as the agent masks it. */
    public static String masked(Frame page) {
        return (String) page.evaluate(DESCRIBE, true);
    }

    /** The page in the player. */
    public static String replayed(Frame page) {
        return (String) page.evaluate(DESCRIBE, false);
    }
}
