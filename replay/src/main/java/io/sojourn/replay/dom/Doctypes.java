package io.sojourn.replay.dom;

/** The two identifiers of a doctype, kept as attributes of its node. */
public final class Doctypes {
    public static final String PUBLIC_ID = "publicId";
    public static final String SYSTEM_ID = "systemId";

    private Doctypes() {}
}
