package io.sojourn.journey.form;

import static io.sojourn.sessions.derive.FactTable.Type.BIGINT;
import static io.sojourn.sessions.derive.FactTable.Type.BOOLEAN;
import static io.sojourn.sessions.derive.FactTable.Type.INTEGER;
import static io.sojourn.sessions.derive.FactTable.Type.VARCHAR;
import static io.sojourn.sessions.derive.FactTable.column;

import io.sojourn.journey.signal.EngagedClock;
import io.sojourn.journey.signal.Limits;
import io.sojourn.sessions.PageVisit;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import io.sojourn.sessions.derive.Derivation;
import io.sojourn.sessions.derive.FactSink;
import io.sojourn.sessions.derive.FactTable;
import io.sojourn.sessions.derive.Rules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One row for each form a visit met, and one for each field of it (SIGNALS 6). */
public final class FormDerivation implements Derivation {
    /** {@code active_ms}: engaged from the first change to the last act, −1 when never started. */
    public static final FactTable FORM = new FactTable(
            "journey_form",
            List.of(
                    column("form", VARCHAR),
                    column("page", BIGINT),
                    column("seen", BOOLEAN),
                    column("touched", BOOLEAN),
                    column("started", BOOLEAN),
                    column("attempts", INTEGER),
                    column("failed", INTEGER),
                    column("cleared", INTEGER),
                    column("completed", BOOLEAN),
                    column("errors", BOOLEAN),
                    column("last_field", VARCHAR),
                    column("last_place", INTEGER),
                    column("fields", INTEGER),
                    column("required", INTEGER),
                    column("active_ms", INTEGER)));

    /** {@code hesitation_ms}: −1 when unknown. {@code place}: in the form, from 0. */
    public static final FactTable FIELD = new FactTable(
            "journey_field",
            List.of(
                    column("form", VARCHAR),
                    column("field", VARCHAR),
                    column("type", VARCHAR),
                    column("place", INTEGER),
                    column("required", BOOLEAN),
                    column("focused", BOOLEAN),
                    column("filled", BOOLEAN),
                    column("blank", BOOLEAN),
                    column("autofilled", BOOLEAN),
                    column("pasted", BOOLEAN),
                    column("paste_blocked", BOOLEAN),
                    column("returned", BOOLEAN),
                    column("refilled", BOOLEAN),
                    column("cleared", BOOLEAN),
                    column("asked_twice", BOOLEAN),
                    column("errors", INTEGER),
                    column("edits", INTEGER),
                    column("deletions", INTEGER),
                    column("engaged_ms", INTEGER),
                    column("hesitation_ms", INTEGER),
                    column("completed", BOOLEAN)));

    @Override
    public List<FactTable> tables() {
        return List.of(FORM, FIELD);
    }

    @Override
    public void derive(Session session, Rules rules, FactSink facts) {
        long idle = Limits.of(rules).ms("time.engaged_idle_ms");
        Map<String, FormVisit> forms = new LinkedHashMap<>();
        Map<String, Long> active = new LinkedHashMap<>();
        for (PageVisit visit : session.pageVisits()) {
            closeSent(forms, visit);
            EngagedClock clock = new EngagedClock(visit, idle);
            long page = facts.page(visit.path());
            for (TimedEvent timed : visit.events()) {
                String name = FormVisit.formOf(timed.event());
                if (!name.isEmpty()) {
                    FormVisit form = forms.computeIfAbsent(name, first -> new FormVisit(name, page, timed.at()));
                    form.read(timed.event(), timed.at());
                }
            }
            forms.values().forEach(form -> active.merge(form.form, engagedIn(form, visit, clock), Long::sum));
        }
        forms.values().forEach(form -> add(form, active.getOrDefault(form.form, 0L), facts));
    }

    /** An agent that does not say what became of an attempt: a page of another path that follows means it succeeded. */
    private static void closeSent(Map<String, FormVisit> forms, PageVisit next) {
        for (FormVisit form : forms.values()) {
            if (form.sent && next.startedAt() - form.lastAt <= 30_000) {
                form.completed = true;
                form.sent = false;
            }
        }
    }

    private static long engagedIn(FormVisit form, PageVisit visit, EngagedClock clock) {
        long from = Math.max(form.startedAt, visit.startedAt());
        long to = Math.min(form.lastAt, visit.endedAt());
        return form.startedAt > 0 && to > from ? Math.max(0, clock.at(to) - clock.at(from)) : 0;
    }

    private static void add(FormVisit form, long activeMs, FactSink facts) {
        FieldVisit last = form.fields.get(form.lastField);
        facts.add(
                FORM,
                form.form,
                form.page,
                form.seen,
                form.touched,
                form.startedAt > 0,
                form.attempts,
                form.failed,
                form.cleared,
                form.completed,
                form.errorBeforeEnd,
                form.lastField,
                last == null ? -1 : last.place,
                Math.max(form.asked, form.fields.size()),
                form.required,
                form.startedAt > 0 ? ms(activeMs) : -1);
        form.fields.forEach((key, field) -> facts.add(
                FIELD,
                form.form,
                key,
                field.type,
                field.place,
                field.required,
                field.focused,
                field.filled,
                field.blank,
                field.autofilled,
                field.pasted,
                field.pasteBlocked,
                field.returned,
                field.refilled,
                field.cleared,
                field.askedTwice,
                field.errors,
                field.edits,
                field.deletions,
                ms(field.engagedMs),
                ms(field.hesitationMs),
                form.completed));
    }

    private static int ms(long value) {
        return (int) Math.max(-1, Math.min(Integer.MAX_VALUE, value));
    }
}
