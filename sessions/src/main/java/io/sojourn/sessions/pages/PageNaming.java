package io.sojourn.sessions.pages;

/** Decides which pages count as one. */
public interface PageNaming {
    /**
     * The name that all pages of this kind share. The same path gets the same name until the owner changes the rules.
     *
     * @param path as {@link io.sojourn.sessions.PagePath} makes it
     */
    String template(int site, String path);
}
