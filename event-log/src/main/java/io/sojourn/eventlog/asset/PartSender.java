package io.sojourn.eventlog.asset;

import io.sojourn.eventlog.Id128;

/**
 * Who sent a part of a page.
 *
 * @param session whose the part stays until enough visitors sent the same
 * @param visitor what tells visitors apart; kept only as a mark that cannot be turned back without the part
 */
public record PartSender(Id128 session, String visitor) {}
