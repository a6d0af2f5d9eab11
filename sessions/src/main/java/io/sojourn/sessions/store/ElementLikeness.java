package io.sojourn.sessions.store;

import io.sojourn.eventlog.wire.Element;
import java.util.ArrayList;
import java.util.List;

/**
 * How alike two descriptions of elements are (SIGNALS 14): the weights of what is equal in both over the weights of what both
 * have. What only one has says nothing.
 *
 * @param score 0 to 1
 * @param by what was equal, strongest first
 */
record ElementLikeness(double score, List<String> by) {

    static ElementLikeness of(Element one, Element other) {
        Comparison comparison = new Comparison();
        comparison.add("test id", 1.0, one.getTestId(), other.getTestId());
        comparison.add("id", 0.9, one.getId(), other.getId());
        comparison.add("role and name", 0.8, named(one), named(other));
        comparison.add("field or link", 0.7, purpose(one), purpose(other));
        comparison.add("landmark", 0.5, one.getLandmark(), other.getLandmark());
        comparison.add("classes", 0.35, one.getClassPath(), other.getClassPath());
        comparison.add("place", 0.15, one.getNthPath(), other.getNthPath());
        return new ElementLikeness(comparison.both == 0 ? 0 : comparison.equal / comparison.both, comparison.by);
    }

    /** Numbers in a label count something; they do not name it. */
    private static String named(Element element) {
        String label = element.getLabel().replaceAll("\\d+", "#");
        return label.isEmpty() ? "" : element.getRole() + " " + label;
    }

    private static String purpose(Element element) {
        String name = element.getName() + element.getHref();
        return name.isEmpty() ? "" : element.getType() + " " + name;
    }

    private static final class Comparison {
        private final List<String> by = new ArrayList<>();
        private double equal;
        private double both;

        void add(String what, double weight, String one, String other) {
            if (one.isEmpty() || other.isEmpty()) {
                return;
            }
            both += weight;
            if (one.equals(other)) {
                equal += weight;
                by.add(what);
            }
        }
    }
}
