package io.sojourn.server.api;

import io.sojourn.eventlog.EventLog;
import io.sojourn.replay.Playbacks;
import io.sojourn.sites.share.Shares;
import io.sojourn.sites.share.Views;

/**
 * What a replay needs besides the session: it made ready, who may see it by a link, who looked.
 *
 * @param log takes imported recordings
 */
public record ReplayDesk(Playbacks playbacks, Shares shares, Views views, EventLog log) {}
