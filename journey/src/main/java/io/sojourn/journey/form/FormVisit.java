package io.sojourn.journey.form;

import io.sojourn.eventlog.wire.DuplicateEntry;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.Field;
import io.sojourn.eventlog.wire.FieldBlur;
import io.sojourn.eventlog.wire.FieldError;
import io.sojourn.eventlog.wire.FormSeen;
import io.sojourn.eventlog.wire.SubmitResult;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one visit did in one form (SIGNALS 6.2). Told every event of the form in their order; one thread. */
final class FormVisit {
    final String form;
    final long page;
    final long firstAt;
    final Map<String, FieldVisit> fields = new LinkedHashMap<>();
    long startedAt;
    long lastAt;
    String lastField = "";
    boolean seen;
    boolean touched;
    int asked;
    int required;
    int attempts;
    int failed;
    int cleared;
    boolean completed;
    boolean errorBeforeEnd;
    boolean sent;

    FormVisit(String form, long page, long firstAt) {
        this.form = form;
        this.page = page;
        this.firstAt = firstAt;
    }

    /** The form an event is about; empty for none. */
    static String formOf(Event event) {
        return switch (event.getKindCase()) {
            case FORM_SEEN -> event.getFormSeen().getForm();
            case FIELD_FOCUS -> event.getFieldFocus().getField().getForm();
            case FIELD_INPUT -> event.getFieldInput().getForm();
            case FIELD_BLUR -> event.getFieldBlur().getForm();
            case FIELD_ERROR -> event.getFieldError().getForm();
            case SUBMIT_ATTEMPT -> event.getSubmitAttempt().getForm();
            case SUBMIT_RESULT -> event.getSubmitResult().getForm();
            case DUPLICATE_ENTRY -> event.getDuplicateEntry().getForm();
            default -> "";
        };
    }

    void read(Event event, long at) {
        lastAt = at;
        switch (event.getKindCase()) {
            case FORM_SEEN -> read(event.getFormSeen());
            case FIELD_FOCUS -> focus(event.getFieldFocus().getField());
            case FIELD_INPUT -> {
                startedAt = startedAt == 0 ? at : startedAt;
                lastField = event.getFieldInput().getKey();
                field(lastField).read(event.getFieldInput());
            }
            case FIELD_BLUR -> read(event.getFieldBlur());
            case FIELD_ERROR -> read(event.getFieldError());
            case SUBMIT_ATTEMPT -> {
                attempts++;
                sent = true;
                event.getSubmitAttempt().getBlankList().forEach(key -> field(key).blank = true);
            }
            case SUBMIT_RESULT -> read(event.getSubmitResult());
            case DUPLICATE_ENTRY -> read(event.getDuplicateEntry());
            default -> {}
        }
    }

    private FieldVisit field(String key) {
        return fields.computeIfAbsent(key, first -> {
            FieldVisit field = new FieldVisit();
            field.place = fields.size();
            return field;
        });
    }

    private void read(FormSeen form_) {
        seen = true;
        asked = Math.max(asked, form_.getFields());
        required = Math.max(required, form_.getRequired());
        form_.getFieldList().forEach(this::describe);
    }

    private FieldVisit describe(Field described) {
        FieldVisit field = field(described.getKey());
        field.type = described.getType().isEmpty() ? field.type : described.getType();
        field.required |= described.getRequired();
        return field;
    }

    private void focus(Field described) {
        touched = true;
        lastField = described.getKey();
        describe(described).focused = true;
    }

    private void read(FieldBlur blur) {
        FieldVisit field = field(blur.getKey());
        field.engagedMs += Integer.toUnsignedLong(blur.getEngagedMs());
        field.returned |= blur.getReturned();
        field.filled = !blur.getEmpty();
        field.errors += blur.getInvalid() ? 1 : 0;
    }

    private void read(FieldError error) {
        errorBeforeEnd = true;
        if (!error.getKey().isEmpty()) {
            field(error.getKey()).errors++;
        }
    }

    private void read(SubmitResult result) {
        sent = false;
        switch (result.getOutcome()) {
            case SUCCEEDED -> completed = true;
            case FAILED -> {
                failed++;
                completed = false;
                errorBeforeEnd = true;
                cleared += result.getClearedCount() > 0 ? 1 : 0;
                result.getClearedList().forEach(key -> field(key).cleared = true);
            }
            default -> {}
        }
    }

    private void read(DuplicateEntry entry) {
        if (!entry.getConfirm()) {
            field(entry.getKey()).askedTwice = true;
        }
    }
}
