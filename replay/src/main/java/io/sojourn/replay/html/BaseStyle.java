package io.sojourn.replay.html;

/**
 * What attributes cannot say, said in a style sheet before all others. {@code :where} keeps every rule weaker than any rule
 * of the page.
 */
final class BaseStyle {
    static final String CSS = ":where([data-sojourn-link]){color:-webkit-link;text-decoration:underline;cursor:pointer}"
            + ":where([data-sojourn-gap],[data-sojourn-blocked]){background:repeating-linear-gradient(135deg,#8882 0 6px,#8884 6px 12px)}"
            + ":where(dialog[data-sojourn-modal]){position:fixed;inset:0;margin:auto;z-index:2147483647;"
            + "box-shadow:0 0 0 100vmax #0003}"
            + ":where([data-sojourn-popover]){position:fixed;inset:0;width:fit-content;height:fit-content;margin:auto;"
            + "border:solid;padding:.25em;overflow:auto;color:CanvasText;background:Canvas;z-index:2147483647}";

    private BaseStyle() {}
}
