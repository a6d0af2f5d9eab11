package io.sojourn.replay.rrweb;

import io.sojourn.replay.dom.Kind;
import io.sojourn.replay.dom.Node;
import org.jspecify.annotations.Nullable;

/** Where rrweb sees a node: shadow roots are no nodes to it, frames are documents apart, template content does not exist. */
final class Family {
    private Family() {}

    /** Whether rrweb's player has a node for it. */
    static boolean isShown(Node node) {
        if (node.kind() == Kind.SHADOW_ROOT) {
            return false;
        }
        for (@Nullable Node up = node; up != null; up = up.parent()) {
            Node host = up.parent();
            if (up.kind() == Kind.CONTENT
                    || host != null && !showsChildren(host) && !up.kind().isInner()) {
                return false;
            }
        }
        return true;
    }

    /** A style's text, a blocked element's content and a shown text area's default are not exported. */
    static boolean showsChildren(Node node) {
        boolean replaced = node.isElement("style")
                || node.isElement("iframe")
                || node.isElement("textarea") && node.attribute("=value") != null;
        return !replaced && node.attribute("=blocked") == null;
    }

    /** Its parent there: the host, for what stands in a shadow root. */
    static @Nullable Node parent(Node node) {
        Node parent = node.parent();
        return parent != null && parent.kind() == Kind.SHADOW_ROOT ? parent.parent() : parent;
    }

    static boolean isInShadow(Node node) {
        Node parent = node.parent();
        return parent != null && parent.kind() == Kind.SHADOW_ROOT;
    }

    /** The id of the frame's document it belongs to; 0 in the outermost document. */
    static int frame(Node node) {
        for (@Nullable Node up = node; up != null; up = up.parent()) {
            if (up.kind() == Kind.DOCUMENT) {
                return up.parent() == null ? 0 : up.id();
            }
        }
        return 0;
    }
}
