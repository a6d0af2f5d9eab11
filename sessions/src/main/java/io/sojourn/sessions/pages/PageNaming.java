package io.sojourn.sessions.pages;

/** Decides which pages count as one. An owner's own rules come before {@link PageTemplates}; they are another of these. */
public interface PageNaming {
    /**
     * The name that all pages of this kind share. The same path always gets the same name.
     *
     * @param path as {@link io.sojourn.sessions.PagePath} makes it
     */
    String template(String path);
}
