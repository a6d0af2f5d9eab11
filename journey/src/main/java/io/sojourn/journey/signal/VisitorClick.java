package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.Box;
import io.sojourn.eventlog.wire.Click;
import io.sojourn.eventlog.wire.PointerKind;
import org.jspecify.annotations.Nullable;

/**
 * A click a person made, and what it led to.
 *
 * @param at epoch ms
 * @param element as the facts name it, the same in every rendering of it; null when it could not be named
 */
record VisitorClick(long at, @Nullable Long element, Click click, Outcome outcome) {
    private static final double WHOLE = 32_767;

    boolean sameTarget(VisitorClick other) {
        return element != null && element.equals(other.element);
    }

    /** Negative when the browser's clock was set back between the two. */
    long msSince(VisitorClick earlier) {
        return at - earlier.at;
    }

    /** In CSS px of the page. */
    double distance(VisitorClick other) {
        return Math.hypot(pageX() - other.pageX(), pageY() - other.pageY());
    }

    /** From this click's element to where the other landed, in CSS px; 0 inside it. */
    double gapTo(VisitorClick other) {
        Box box = click.getBox();
        double dx = beyond(other.pageX(), box.getX(), Integer.toUnsignedLong(box.getWidth()));
        double dy = beyond(other.pageY(), box.getY(), Integer.toUnsignedLong(box.getHeight()));
        return Math.hypot(dx, dy);
    }

    private static double beyond(double place, double from, double length) {
        return Math.max(0, Math.max(from - place, place - from - length));
    }

    private double pageX() {
        Box box = click.getBox();
        return box.getX() + click.getX() / WHOLE * Integer.toUnsignedLong(box.getWidth());
    }

    private double pageY() {
        Box box = click.getBox();
        return box.getY() + click.getY() / WHOLE * Integer.toUnsignedLong(box.getHeight());
    }

    /** Whether many of its like are no rage: holding Enter makes clicks, and some things are made for it. */
    boolean isExcused() {
        boolean byKeyboard = click.getDetail() == 0 || click.getPointer() == PointerKind.KEYBOARD;
        return byKeyboard || click.getNoSignal() || OftenClicked.is(click.getElement());
    }
}
