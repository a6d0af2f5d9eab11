package io.sojourn.heatmap;

import io.sojourn.sessions.Device;
import io.sojourn.sessions.filter.SessionFilter;
import org.jspecify.annotations.Nullable;

/**
 * What a map is about.
 *
 * @param filter which sessions; its own device, if any, is about how they began, {@code device} about the page view
 * @param page a template, for one map of all its pages, or the path of one of them
 * @param state the bare page or one dialog over it; null for all together
 * @param perView each element at most once a page view, so that a carousel does not outshine the page
 */
public record HeatQuestion(
        SessionFilter filter,
        String page,
        Device device,
        @Nullable PageState state,
        boolean perView) {

    public static HeatQuestion of(SessionFilter filter, String page, Device device) {
        return new HeatQuestion(filter, page, device, null, false);
    }

    public HeatQuestion in(PageState other) {
        return new HeatQuestion(filter, page, device, other, perView);
    }

    public HeatQuestion oncePerView() {
        return new HeatQuestion(filter, page, device, state, true);
    }

    public HeatQuestion by(SessionFilter other) {
        return new HeatQuestion(other, page, device, state, perView);
    }
}
