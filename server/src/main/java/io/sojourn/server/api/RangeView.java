package io.sojourn.server.api;

import io.sojourn.sessions.stats.Interval;

/** A figure and its 95 % interval, as the API tells them. */
record RangeView(double low, double value, double high) {
    static RangeView of(double value, Interval interval) {
        return new RangeView(interval.low(), value, interval.high());
    }
}
