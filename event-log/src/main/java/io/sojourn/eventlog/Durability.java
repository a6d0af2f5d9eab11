package io.sojourn.eventlog;

import java.util.Locale;

/** What an acknowledged record survives. */
public enum Durability {
    /** The death of this process: it is in the operating system's hands. Lost are the last seconds when the machine itself dies. */
    PROCESS_CRASH,

    /** The death of the machine as well: it was forced to the disk, together with what else came within some milliseconds. */
    POWER_LOSS;

    /** The name in settings: {@code power-loss}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException with a sentence for the owner */
    public static Durability ofKey(String key) {
        for (Durability durability : values()) {
            if (durability.key().equals(key)) {
                return durability;
            }
        }
        throw new IllegalArgumentException(
                "receiving.durability is \"process-crash\" or \"power-loss\", not \"" + key + "\".");
    }
}
