package io.sojourn.sessions.store;

import io.sojourn.eventlog.Id128;
import io.sojourn.sessions.Device;
import org.jspecify.annotations.Nullable;

/**
 * One session in a list.
 *
 * @param startedAt epoch ms
 * @param live somebody is there: something came within the last five minutes
 * @param entryPage path of the first page looked at; empty when no page view arrived
 * @param hasRecording some of a recording is kept
 * @param gaps how many holes the events have
 * @param stalls how many signs of friction were found
 */
public record SessionItem(
        Id128 id,
        @Nullable Id128 visitor,
        long startedAt,
        long endedAt,
        boolean live,
        long engagedMs,
        int pageViews,
        int clicks,
        String entryPage,
        String exitPage,
        Device device,
        String browser,
        String os,
        String country,
        String language,
        boolean hasRecording,
        int gaps,
        int stalls,
        boolean automated) {

    public long durationMs() {
        return endedAt - startedAt;
    }
}
