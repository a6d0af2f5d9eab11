package io.sojourn.sessions.testing;

import com.google.protobuf.ByteString;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Box;
import io.sojourn.eventlog.wire.Click;
import io.sojourn.eventlog.wire.ClickOutcome;
import io.sojourn.eventlog.wire.Element;
import io.sojourn.eventlog.wire.Engagement;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.FieldInput;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.eventlog.wire.Lifecycle;
import io.sojourn.eventlog.wire.Named;
import io.sojourn.eventlog.wire.NavigationType;
import io.sojourn.eventlog.wire.PageView;
import io.sojourn.eventlog.wire.PointerKind;
import io.sojourn.eventlog.wire.Response;
import io.sojourn.eventlog.wire.Scroll;
import io.sojourn.eventlog.wire.SubmitAttempt;
import io.sojourn.eventlog.wire.Viewport;
import io.sojourn.sessions.Ids;
import io.sojourn.sessions.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Speaks a visit: {@code aVisit().on("/p/lamp").after(seconds(2)).clicks("#buy").scrolls(900).recorded()}. Time stands still
 * unless {@code after} says otherwise; {@code sends} cuts the stream into batches as an agent would.
 */
public final class VisitBuilder {
    public static final long NOON = 1_790_000_000_000L;
    public static final String CHROME =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    private final List<DocumentStream> documents = new ArrayList<>();
    private final Id128 id;
    private int siteId = 1;
    private @Nullable Id128 visitor = new Id128(7, 7);
    private String userAgent = CHROME;
    private String language = "en";
    private long now = NOON;
    private long clockAheadMs;
    private int width = 1280;
    private boolean recording;
    private int clicks;

    private VisitBuilder(Id128 id) {
        this.id = id;
    }

    public static VisitBuilder aVisit() {
        return aVisit(1);
    }

    /** Visits of different numbers are different sessions. */
    public static VisitBuilder aVisit(long number) {
        return new VisitBuilder(new Id128(Ids.of("session", Long.toString(number)), number));
    }

    public Id128 id() {
        return id;
    }

    public VisitBuilder site(int site) {
        siteId = site;
        return this;
    }

    public VisitBuilder by(@Nullable Id128 someone) {
        visitor = someone;
        return this;
    }

    public VisitBuilder with(String someUserAgent) {
        userAgent = someUserAgent;
        return this;
    }

    public VisitBuilder speaking(String someLanguage) {
        language = someLanguage;
        return this;
    }

    /** @param epochMillis of the first page */
    public VisitBuilder startingAt(long epochMillis) {
        now = epochMillis;
        return this;
    }

    /** The browser's clock is wrong by so much; the receiver's is right. */
    public VisitBuilder withClockAhead(Duration by) {
        clockAheadMs = by.toMillis();
        return this;
    }

    public VisitBuilder onMobile() {
        width = 390;
        return this;
    }

    public VisitBuilder onTablet() {
        width = 800;
        return this;
    }

    /** From the next page on the page is recorded: a PLAYBACK lane stands beside. */
    public VisitBuilder recorded() {
        recording = true;
        if (!documents.isEmpty()) {
            startRecording();
        }
        return this;
    }

    private void startRecording() {
        playback(Event.newBuilder()
                .setViewport(Viewport.newBuilder().setWidth(width).setHeight(800)));
    }

    public VisitBuilder after(Duration pause) {
        now += pause.toMillis();
        return this;
    }

    /** Loads a page: a new document. */
    public VisitBuilder on(String path) {
        documents.add(newDocument());
        pageView(path, NavigationType.NAVIGATE, true);
        if (recording) {
            startRecording();
        }
        return this;
    }

    /** Loads a page in a background tab where nobody looks at it. */
    public VisitBuilder onUnseen(String path) {
        documents.add(newDocument());
        return pageView(path, NavigationType.NAVIGATE, false);
    }

    /** The page changes its own address. */
    public VisitBuilder goesTo(String path) {
        return pageView(path, NavigationType.SPA, true);
    }

    private VisitBuilder pageView(String path, NavigationType navigation, boolean visible) {
        return analysis(Event.newBuilder()
                .setPageView(PageView.newBuilder()
                        .setUrl("https://shop.example" + path)
                        .setTitle("Title of " + path)
                        .setNavigation(navigation)
                        .setViewportWidth(width)
                        .setViewportHeight(800)
                        .setDocumentWidth(width)
                        .setDocumentHeight(3000)
                        .setLanguage(language)
                        .setVisible(visible)
                        .setRecorded(recording)));
    }

    /** @param selector {@code #id}, {@code [data-testid=name]} or a tag */
    public VisitBuilder clicks(String selector) {
        return clicks(element(selector), 16_000, 16_000);
    }

    public VisitBuilder clicks(String selector, int x, int y) {
        return clicks(element(selector), x, y);
    }

    public VisitBuilder clicks(Element element, int x, int y) {
        return click(element, x, y, true);
    }

    /** A script calls {@code click()}. */
    public VisitBuilder isClickedByScript(String selector) {
        return click(element(selector), 0, 0, false);
    }

    private VisitBuilder click(Element element, int x, int y, boolean trusted) {
        return analysis(Event.newBuilder()
                .setClick(Click.newBuilder()
                        .setId(++clicks)
                        .setElement(element)
                        .setX(x)
                        .setY(y)
                        .setBox(Box.newBuilder()
                                .setX(100)
                                .setY(200)
                                .setWidth(160)
                                .setHeight(40))
                        .setPointer(PointerKind.MOUSE)
                        .setDetail(1)
                        .setTrusted(trusted)));
    }

    /** A visit of which no page view arrived. */
    public VisitBuilder scrollsNowhere() {
        documents.add(newDocument());
        return scrolls(0);
    }

    private DocumentStream newDocument() {
        return new DocumentStream(
                Ids.of("document", id.toString(), Integer.toString(documents.size())), now + clockAheadMs);
    }

    /** What the last click led to, and after how long. */
    public VisitBuilder answered(Response response, Duration after) {
        return analysis(Event.newBuilder()
                .setClickOutcome(ClickOutcome.newBuilder()
                        .setClick(clicks)
                        .setResponse(response)
                        .setAfterMs((int) after.toMillis())));
    }

    public static Element element(String selector) {
        Element.Builder element =
                Element.newBuilder().setTag("button").setInteractive(true).setLabel(selector);
        if (selector.startsWith("#")) {
            return element.setId(selector.substring(1)).build();
        }
        if (selector.startsWith("[")) {
            return element.setTestId(selector.substring(1, selector.length() - 1))
                    .build();
        }
        return element.setTag(selector).setNthPath("html>body>" + selector).build();
    }

    public VisitBuilder scrolls(int top) {
        return analysis(Event.newBuilder()
                .setScroll(Scroll.newBuilder()
                        .setTop(top)
                        .setViewportHeight(800)
                        .setDocumentHeight(3000)
                        .setDeepest(top + 800)));
    }

    public VisitBuilder types(String field) {
        return analysis(Event.newBuilder()
                .setFieldInput(
                        FieldInput.newBuilder().setForm("form").setKey(field).setEdits(5)));
    }

    public VisitBuilder submits(String form) {
        return analysis(Event.newBuilder()
                .setSubmitAttempt(SubmitAttempt.newBuilder().setForm(form).setElement(element("#submit"))));
    }

    public VisitBuilder reaches(String goal) {
        return analysis(
                Event.newBuilder().setNamed(Named.newBuilder().setName(goal).setGoal(true)));
    }

    /** Total of the current page view so far. */
    public VisitBuilder engagedFor(Duration engaged) {
        return analysis(Event.newBuilder()
                .setEngagement(Engagement.newBuilder()
                        .setEngagedMs((int) engaged.toMillis())
                        .setVisibleMs((int) engaged.toMillis())));
    }

    public VisitBuilder leaves() {
        return analysis(Event.newBuilder().setLifecycle(Lifecycle.newBuilder().setState(Lifecycle.State.LEFT)));
    }

    /** Any event of the ANALYSIS lane, now. */
    public VisitBuilder analysis(Event.Builder event) {
        current().add(Lane.ANALYSIS, event, now + clockAheadMs);
        return this;
    }

    /** Any event of the PLAYBACK lane, now. */
    public VisitBuilder playback(Event.Builder event) {
        current().add(Lane.PLAYBACK, event, now + clockAheadMs);
        return this;
    }

    private DocumentStream current() {
        if (documents.isEmpty()) {
            on("/");
        }
        return documents.get(documents.size() - 1);
    }

    /** Ends the batches under way; what follows goes into new ones. */
    public VisitBuilder sends() {
        documents.forEach(document -> document.cut(this::envelope, now));
        return this;
    }

    /** All batches as the log has them, in the order they were sent. */
    public List<LogRecord> records() {
        sends();
        return documents.stream()
                .flatMap(document -> document.records().stream())
                .sorted(Comparator.comparingLong(LogRecord::receivedAt))
                .toList();
    }

    /** The visit as it is rebuilt from its ANALYSIS lane, ended. */
    public Session session() {
        return session(Lane.ANALYSIS).orElseThrow();
    }

    public Optional<Session> session(Lane lane) {
        return RebuiltVisit.of(siteId, id, lane, records());
    }

    private LogRecord envelope(Batch.Builder batch, long sentAt) {
        if (visitor != null) {
            batch.setVisitorId(visitor.toByteString());
        }
        batch.setSiteKey("key" + siteId)
                .setSessionId(id.toByteString())
                .setTabId(ByteString.copyFrom(new byte[] {0, 0, 0, 0, 0, 0, 0, 9}))
                .setSentAt(sentAt + clockAheadMs)
                .setAgentVersion("test");
        return new LogRecord(
                sentAt + 50,
                siteId,
                userAgent,
                "192.0.2.0",
                batch.build().toByteString().asReadOnlyByteBuffer());
    }
}
