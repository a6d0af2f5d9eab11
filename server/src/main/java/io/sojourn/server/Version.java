package io.sojourn.server;

/** This program's version, as it stands in addresses that are kept for good. */
final class Version {
    static final String NAME = "0.1.0";

    private Version() {}
}
