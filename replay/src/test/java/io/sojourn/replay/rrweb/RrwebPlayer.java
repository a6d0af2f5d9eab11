package io.sojourn.replay.rrweb;

import com.microsoft.playwright.Page;
import io.sojourn.replay.script.Chromium;
import java.nio.file.Path;

/** rrweb's own player in a browser, and a look at the page it has built. */
final class RrwebPlayer {
    private static final Path PLAYER = Path.of("src/test/rrweb/node_modules/@rrweb/replay/umd/replay.min.js");

    /** One line a node, indented; attributes by name. What rrweb adds of its own has no id there and is left out. */
    private static final String OUTLINE = """
            () => {
              const OWN = ['class=rrweb-paused', 'autocomplete=off']
              const mirror = replayer.getMirror()
              const lines = []
              const walk = (node, depth) => {
                if (mirror.getId(node) < 0) return
                const pad = ' '.repeat(depth)
                if (node.nodeType === 3) lines.push(pad + '"' + node.data + '"')
                if (node.nodeType === 8) lines.push(pad + '<!---->')
                if (node.nodeType === 1) {
                  const names = [...node.attributes].map((a) => a.name + '=' + a.value).filter((a) => !OWN.includes(a))
                  lines.push(pad + '<' + [node.localName, ...names.sort()].join(' ') + '>')
                  if (node.shadowRoot) {
                    lines.push(pad + ' #shadow')
                    for (const child of node.shadowRoot.childNodes) walk(child, depth + 2)
                  }
                }
                for (const child of node.childNodes) walk(child, depth + 1)
              }
              walk(replayer.iframe.contentDocument, 0)
              return lines.join('\\n')
            }""";

    private final Page page;

    RrwebPlayer(Chromium browser, String events) {
        this(browser, events, true);
    }

    /** @param virtual whether a seek goes through rrweb's virtual document */
    RrwebPlayer(Chromium browser, String events, boolean virtual) {
        page = browser.page();
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(PLAYER));
        page.evaluate("""
                ([events, virtual]) => {
                  window.warnings = []
                  console.warn = (...words) => window.warnings.push(words.map(String).join(' '))
                  window.replayer = new rrwebReplay.Replayer(JSON.parse(events), { useVirtualDom: virtual, mouseTail: false })
                }""", new Object[] {events, virtual});
    }

    /** Seeks, to ms since the first event. */
    RrwebPlayer at(long moment) {
        page.evaluate("moment => replayer.pause(moment)", (double) moment);
        return this;
    }

    String outline() {
        return (String) page.evaluate(OUTLINE);
    }

    /** Evaluates an expression in which {@code doc} is the rebuilt document. */
    Object ask(String expression) {
        return page.evaluate("() => { const doc = replayer.iframe.contentDocument; return " + expression + " }");
    }

    Object warnings() {
        return page.evaluate("() => window.warnings.join('\\n')");
    }
}
