package io.sojourn.server.api;

import io.sojourn.journey.form.FormReport;
import io.sojourn.journey.form.FormReport.FieldReport;
import io.sojourn.journey.form.store.FormReader;
import io.sojourn.sessions.filter.FilterParser;
import io.sojourn.sessions.stats.Interval;
import io.sojourn.sites.Sites;
import io.undertow.server.RoutingHandler;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How visitors get on with forms and their fields. */
final class FormsApi {
    private final Sites sites;
    private final FormReader forms;
    private final InstantSource clock;

    FormsApi(Sites sites, FormReader forms, InstantSource clock) {
        this.sites = sites;
        this.forms = forms;
        this.clock = clock;
    }

    void addTo(RoutingHandler routes, Gate gate) {
        routes.get("/api/sites/{id}/forms", new EndpointHandler(gate.guarded(this::list)));
    }

    private Answer list(Request request) throws Problem {
        List<FormReport> reports =
                forms.read(FilterParser.parse(request.site(sites).id(), request.query(), clock.millis()));
        double usual = usual(reports);
        return Answer.json(new Page<>(
                reports.stream().map(report -> FormView.of(report, usual)).toList(), null));
    }

    /** The middle form of the site, by how many complete it. */
    private static double usual(List<FormReport> reports) {
        List<Double> shares = reports.stream()
                .filter(report -> report.completed() + report.abandoned() > 0)
                .map(FormReport::completionShare)
                .sorted()
                .toList();
        return shares.isEmpty() ? 0 : shares.get(shares.size() / 2);
    }

    record OverlongView(boolean is, String sentence) {
        static OverlongView of(FormReport report, double usual) {
            boolean is = report.overlong(usual);
            String why = report.required() > 10
                    ? "It asks for " + report.required() + " things that must be filled in."
                    : "Many give up in its last third, without having met an error.";
            return new OverlongView(is, is ? why : "");
        }
    }

    record FieldView(
            String key,
            String label,
            String type,
            boolean required,
            long focused,
            long filled,
            long leftHere,
            RangeView leftShare,
            long medianMs,
            long hesitationMs,
            double corrections,
            long returned,
            long refilled,
            long errors,
            long cleared,
            long blank,
            long autofilled,
            long pasted,
            long pasteBlocked,
            long askedTwice,
            @Nullable RangeView returnDifference) {
        static FieldView of(FieldReport field, long abandoned) {
            long of = Math.max(field.leftHere(), abandoned);
            Interval difference = field.returnDifference();
            return new FieldView(
                    field.key(),
                    field.key(),
                    field.type(),
                    field.required(),
                    field.focused(),
                    field.filled(),
                    field.leftHere(),
                    RangeView.of(of == 0 ? 0 : (double) field.leftHere() / of, field.leftShare(abandoned)),
                    field.medianMs(),
                    field.hesitationMs(),
                    Math.round(field.corrections() * 100) / 100.0,
                    field.returned(),
                    field.refilled(),
                    field.errors(),
                    field.cleared(),
                    field.blank(),
                    field.autofilled(),
                    field.pasted(),
                    field.pasteBlocked(),
                    field.askedTwice(),
                    difference == null ? null : RangeView.of(field.returnDifferenceValue(), difference));
        }
    }

    record FormView(
            String form,
            String page,
            long views,
            long touched,
            long started,
            long submitted,
            long completed,
            long abandoned,
            RangeView completion,
            long loops,
            long cleared,
            long medianMs,
            OverlongView overlong,
            List<FieldView> fields) {
        static FormView of(FormReport report, double usual) {
            return new FormView(
                    report.form(),
                    report.page(),
                    report.views(),
                    report.touched(),
                    report.started(),
                    report.submitted(),
                    report.completed(),
                    report.abandoned(),
                    RangeView.of(report.completionShare(), report.completion()),
                    report.loops(),
                    report.cleared(),
                    report.medianMs(),
                    OverlongView.of(report, usual),
                    report.fields().stream()
                            .map(field -> FieldView.of(field, report.abandoned()))
                            .toList());
        }
    }
}
