package io.sojourn.sites.agent;

import java.util.List;

/**
 * What an owner decides about the agent in a site's pages; browsers hear of a change within five minutes.
 *
 * @param off nothing runs
 * @param statsOnly statistics without any identifier: nothing is stored in the browser, nobody recognized, nothing recorded
 * @param record whether pages are recorded
 * @param share of sessions that are recorded, 0 to 1; one is recorded whole or not at all
 * @param mask no letter in these leaves the browser
 * @param block these are shown as empty boxes
 * @param ignore no events from these
 * @param allow digits in these may be read, and what fields show; never passwords, e-mail, telephone, cards and one-time codes
 * @param query keys of addresses whose values may be read
 * @param requests whether requests of the page are looked at: how long they take and whether they fail
 */
public record AgentSettings(
        boolean off,
        boolean statsOnly,
        boolean record,
        double share,
        Masking masking,
        Selectors mask,
        Selectors block,
        Selectors ignore,
        Selectors allow,
        List<String> query,
        boolean requests) {
    public static final AgentSettings DEFAULT = new AgentSettings(
            false,
            false,
            true,
            1,
            Masking.BALANCED,
            Selectors.NONE,
            Selectors.NONE,
            Selectors.NONE,
            Selectors.NONE,
            List.of(),
            true);

    private static final int MOST_KEYS = 50;
    private static final int LONGEST_KEY = 60;

    /** @throws IllegalArgumentException with a sentence for the owner */
    public AgentSettings {
        query = query.stream().map(String::strip).distinct().toList();
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("The share of sessions that are recorded is between 0 and 1.");
        }
        if (query.size() > MOST_KEYS || query.stream().anyMatch(key -> key.isEmpty() || key.length() > LONGEST_KEY)) {
            throw new IllegalArgumentException(
                    "At most " + MOST_KEYS + " keys of addresses, of 1 to " + LONGEST_KEY + " characters.");
        }
    }
}
