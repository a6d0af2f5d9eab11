package io.sojourn.sessions;

/**
 * What the visit was made with. Unknown parts are empty.
 *
 * @param country two letters, only when the owner supplied a database
 */
public record Client(Device device, String browser, String os, String language, String country, boolean automated) {}
