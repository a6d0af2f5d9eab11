package io.sojourn.sites.rules;

import java.util.List;

/**
 * What the owner wants visitors to reach. Any one of its steps reaches it.
 *
 * @param id names it for good: lower-case letters, digits and hyphens. The name may change, the facts keep the id.
 */
public record Goal(String id, String name, List<Step> anyOf) {
    private static final int MAX_NAME = 200;
    private static final int MAX_STEPS = 20;

    /** @throws IllegalArgumentException with a sentence for the owner */
    public Goal {
        name = name.strip();
        anyOf = List.copyOf(anyOf);
        if (!id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException(
                    "The id of a goal has 1 to 40 lower-case letters, digits and hyphens; \"" + id + "\" does not.");
        }
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException("Give the goal a name of 1 to " + MAX_NAME + " characters.");
        }
        if (anyOf.isEmpty() || anyOf.size() > MAX_STEPS) {
            throw new IllegalArgumentException("A goal is reached by 1 to " + MAX_STEPS + " steps.");
        }
    }
}
