package io.sojourn.sessions;

/**
 * What the visit was made with. Unknown parts are empty.
 *
 * @param automated a script drives the browser, as the browser or its user agent says
 * @param declared what the user agent alone says of whoever made the visit
 * @param country two letters, only when the owner supplied a database
 */
public record Client(
        Device device,
        String browser,
        String os,
        String language,
        String country,
        boolean automated,
        VisitorClass declared) {
    /** Of somebody whose user agent says nothing of being a program. */
    public Client(Device device, String browser, String os, String language, String country, boolean automated) {
        this(device, browser, os, language, country, automated, VisitorClass.PERSON);
    }
}
