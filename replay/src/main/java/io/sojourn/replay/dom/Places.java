package io.sojourn.replay.dom;

/** Which node may stand where (docs/playback.md, "Trees"). */
final class Places {
    private Places() {}

    static boolean mayHold(Node host, Node child) {
        if (!child.kind().isInner()) {
            return host.kind().hasChildren() && (child.kind() != Kind.DOCTYPE || host.kind() == Kind.DOCUMENT);
        }
        if (host.inner() != null) {
            return false;
        }
        return switch (child.kind()) {
            case DOCUMENT -> host.isElement("iframe") || host.isElement("frame");
            case CONTENT -> host.isElement("template");
            default -> host.kind().isElement();
        };
    }
}
