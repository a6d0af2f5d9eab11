package io.sojourn.server;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sojourn.collector.Admission;
import io.sojourn.collector.AssetKeeper;
import io.sojourn.collector.DiskWatch;
import io.sojourn.collector.EventIntake;
import io.sojourn.collector.InFlight;
import io.sojourn.collector.Intake;
import io.sojourn.collector.IntakeLedger;
import io.sojourn.collector.RateLimits;
import io.sojourn.collector.Refusal;
import io.sojourn.collector.SnippetSettings;
import io.sojourn.collector.http.IngestRoutes;
import io.sojourn.collector.http.ScriptFile;
import io.sojourn.collector.http.SnippetHandler;
import io.sojourn.eventlog.DataFolder;
import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.asset.AssetStore;
import io.sojourn.eventlog.asset.FileAssetStore;
import io.sojourn.eventlog.chronicle.ChronicleEventLog;
import io.sojourn.heatmap.fact.HeatFacts;
import io.sojourn.journey.form.FormDerivation;
import io.sojourn.journey.stall.JourneyDerivation;
import io.sojourn.journey.stall.store.StallReader;
import io.sojourn.replay.Playbacks;
import io.sojourn.server.alert.AlertsModule;
import io.sojourn.server.alert.LedgerFigures;
import io.sojourn.server.alert.PublicAddresses;
import io.sojourn.server.alert.StallFigures;
import io.sojourn.server.alert.StallWatch;
import io.sojourn.server.api.ApiRoutes;
import io.sojourn.server.api.AssetHandler;
import io.sojourn.server.api.Entrance;
import io.sojourn.server.api.HttpServer;
import io.sojourn.server.api.Operations;
import io.sojourn.server.api.OwnersDesk;
import io.sojourn.server.api.ReplayDesk;
import io.sojourn.server.api.ServerState;
import io.sojourn.server.asset.AssetLibrary;
import io.sojourn.server.asset.AssetPaths;
import io.sojourn.server.asset.AssetsModule;
import io.sojourn.server.tls.Certificate;
import io.sojourn.server.tls.TlsFiles;
import io.sojourn.sessions.SessionsModule;
import io.sojourn.sessions.derive.Derivation;
import io.sojourn.sessions.derive.Rules;
import io.sojourn.sessions.follow.FollowerThread;
import io.sojourn.sites.Accounts;
import io.sojourn.sites.ServerKeys;
import io.sojourn.sites.Sites;
import io.sojourn.sites.agent.AgentBook;
import io.sojourn.sites.alert.AlertChannels;
import io.sojourn.sites.alert.Deliveries;
import io.sojourn.sites.asset.AssetBook;
import io.sojourn.sites.proof.Releases;
import io.sojourn.sites.proof.StallBook;
import io.sojourn.sites.rules.RuleBook;
import io.sojourn.sites.store.Database;
import io.sojourn.sites.store.SqlAccounts;
import io.sojourn.sites.store.SqlAgentBook;
import io.sojourn.sites.store.SqlAlertChannels;
import io.sojourn.sites.store.SqlAssetBook;
import io.sojourn.sites.store.SqlDeliveries;
import io.sojourn.sites.store.SqlOwnZones;
import io.sojourn.sites.store.SqlReleases;
import io.sojourn.sites.store.SqlRuleBook;
import io.sojourn.sites.store.SqlServerKeys;
import io.sojourn.sites.store.SqlShares;
import io.sojourn.sites.store.SqlSites;
import io.sojourn.sites.store.SqlStallBook;
import io.sojourn.sites.store.SqlViews;
import io.sojourn.sites.store.SqlVotes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * All wiring: every part gets what it needs through its constructor, here and nowhere else, and this is the only class that
 * names engines. Parts are closed in the opposite order: first nothing more comes in, then what came is kept.
 */
public final class Assembly implements AutoCloseable {
    /** How often somebody looks whether there is something to tell. */
    private static final Duration WATCHES = Duration.ofMinutes(10);

    private static final int DUCKDB_MEMORY_MB = 256;

    /** All bodies that are arriving at once, a tenth of the heap. */
    private static final long MAX_BODIES = 64L << 20;

    private static final int DISK_LOOKS_S = 5;

    private final Closing closing = new Closing();
    private final Settings settings;
    private final Sites sites;
    private final Intake intake;
    private final DiskWatch disk;
    private final Admission admission;
    private final SessionsModule sessions;
    private final FollowerThread followerThread;
    private final SnippetSettings snippet;
    private final Entrance entrance;
    private final Accounts accounts;
    private final HttpServer http;

    /** Starts everything for owners. @throws DataFolder.Unusable with a sentence for them */
    public static Assembly start(Settings settings, InstantSource clock) throws DataFolder.Unusable {
        return start(settings, clock, Entrance.forOwner());
    }

    static Assembly start(Settings settings, InstantSource clock, Entrance entrance) throws DataFolder.Unusable {
        DataFolder folder = DataFolder.open(settings.data());
        return new Assembly(settings, clock, entrance, folder);
    }

    private Assembly(Settings settings, InstantSource clock, Entrance entrance, DataFolder folder) {
        this.settings = settings;
        this.entrance = entrance;
        closing.add(folder);
        try {
            PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            OpenFiles.watch(metrics);
            ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "background");
                thread.setDaemon(true);
                return thread;
            });
            closing.add(background::shutdown);

            Database owners = closing.add(Database.inFile(folder.resolve("owners")));
            sites = new SqlSites(owners, clock);
            accounts = new SqlAccounts(owners, clock);
            ServerKeys serverKeys = new SqlServerKeys(owners, clock);
            RuleBook rules = new SqlRuleBook(owners, clock);
            AgentBook agentBook = new SqlAgentBook(owners, clock);

            EventLog log = closing.add(ChronicleEventLog.open(
                    folder.resolve("log"), settings.receiving().durability()));
            IntakeLedger ledger = new IntakeLedger(metrics);
            AssetStore assets = FileAssetStore.open(
                    folder.resolve("assets"), settings.receiving().assetQuota());
            disk = new DiskWatch(folder::freeBytes, settings.receiving().disk());
            disk.look();
            background.scheduleWithFixedDelay(disk::look, DISK_LOOKS_S, DISK_LOOKS_S, TimeUnit.SECONDS);
            AssetKeeper keeper = new AssetKeeper(assets, settings.retention().playback(), clock);
            background.scheduleWithFixedDelay(keeper, 1, 1, TimeUnit.HOURS);
            admission = new Admission(
                    new InFlight(MAX_BODIES),
                    disk,
                    new RateLimits(settings.receiving().limits(), clock));
            intake = new Intake(sites, log, assets, admission, ledger, clock, background);

            sessions = closing.add(new SessionsModule(
                    folder.resolve("sessions"),
                    log,
                    metrics,
                    clock,
                    derivations(),
                    DUCKDB_MEMORY_MB,
                    settings.retention(),
                    site -> Rules.of(rules.of(site))));
            followerThread = new FollowerThread(sessions.follower());
            closing.add(followerThread);

            int port = settings.port() == 0 ? FreePort.find(settings.host()) : settings.port();
            AgentFiles agent = AgentFiles.load();
            Certificate certificate = certificate(settings, background);
            snippet = new SnippetSettings(
                    new SnippetSettings.Texts(agent.core(), agent.stub(), agent.askingStub()),
                    publicUrl(settings, port),
                    Version.NAME,
                    ScriptFile.integrity(agent.more()),
                    ScriptFile.integrity(agent.recorder()),
                    agentBook);
            String localToken = RunningServer.newToken();
            AssetBook book = new SqlAssetBook(owners);
            AssetPaths assetPaths = new AssetPaths();
            closing.add(new AssetsModule(
                            sessions,
                            book,
                            assets,
                            new PublicAddresses(),
                            settings.retention().playback(),
                            clock))
                    .start();
            Playbacks playbacks = new Playbacks(sessions.sessions(), new AssetLibrary(book, assets, assetPaths));
            OwnersDesk desk = desk(owners, rules, agentBook, port, clock);
            ApiRoutes api = new ApiRoutes(
                    sites,
                    accounts,
                    entrance,
                    settings.adminToken(),
                    snippet,
                    ledger,
                    sessions,
                    new ReplayDesk(playbacks, new SqlShares(owners, clock), new SqlViews(owners, clock), log),
                    desk,
                    localToken,
                    serverKeys,
                    new ServerState(
                            Version.NAME,
                            this::troubles,
                            sessions.follower()::behindMillis,
                            settings.data().toFile()::getUsableSpace),
                    clock);
            http = closing.add(HttpServer.start(
                    settings.host(),
                    port,
                    settings.receiving().accessLog(),
                    certificate == null ? null : certificate.context(),
                    new HttpServer.Routes(
                            new IngestRoutes(
                                    intake,
                                    new EventIntake(intake, sites, serverKeys),
                                    admission,
                                    assets,
                                    settings.receiving().proxies(),
                                    clock),
                            new SnippetHandler(sites, snippet, ledger),
                            Version.NAME,
                            Map.of(
                                    "s.js", ScriptFile.immutable(snippet.scriptForAnySite()),
                                    "more.js", ScriptFile.immutable(agent.more()),
                                    "recorder.js", ScriptFile.immutable(agent.recorder())),
                            api,
                            new AssetHandler(sites, assets, assetPaths),
                            new Operations(metrics, this::troubles))));
            new RunningServer(url(), localToken).write(folder.root());
            closing.add(() -> RunningServer.remove(folder.root()));
            closing.add(admission::close); // first of all, and health says so
        } catch (RuntimeException | Error trouble) {
            closing.close();
            throw trouble;
        }
    }

    private static List<Derivation> derivations() {
        List<Derivation> all = new ArrayList<>(HeatFacts.derivations());
        all.add(new JourneyDerivation());
        all.add(new FormDerivation());
        return all;
    }

    private static @Nullable Certificate certificate(Settings settings, ScheduledExecutorService background) {
        TlsFiles files = settings.receiving().tls();
        if (files == null) {
            return null;
        }
        Certificate certificate = new Certificate(files);
        background.scheduleWithFixedDelay(certificate, 1, 1, TimeUnit.MINUTES);
        return certificate;
    }

    private OwnersDesk desk(Database owners, RuleBook rules, AgentBook agentBook, int port, InstantSource clock) {
        AlertChannels channels = new SqlAlertChannels(owners, clock);
        Deliveries deliveries = new SqlDeliveries(owners, clock);
        AlertsModule alerts = closing.add(
                new AlertsModule(channels, deliveries, settings.alerts(), publicUrl(settings, port), clock));
        Releases releases = new SqlReleases(owners, clock);
        StallBook book = new SqlStallBook(owners, releases, clock);
        StallFigures figures = new LedgerFigures(new StallReader(sessions.facts()), releases, clock);
        alerts.start();
        alerts.watch(new StallWatch(sites, book, releases, figures, alerts.post(), clock), WATCHES);
        return new OwnersDesk(
                rules,
                releases,
                book,
                new SqlVotes(owners, clock),
                channels,
                deliveries,
                alerts.post(),
                new SqlOwnZones(owners),
                agentBook);
    }

    /** Begins to follow the log. Until then what arrives is kept and nothing is shown. */
    void follow() {
        followerThread.start();
    }

    private List<String> troubles() {
        List<String> sentences = new ArrayList<>();
        addTo(sentences, "Reading what arrived fails: ", followerThread.failure());
        if (admission.closing()) {
            sentences.add(Refusal.CLOSING.hint());
        }
        String files = OpenFiles.trouble();
        if (files != null) {
            sentences.add(files);
        }
        if (disk.state() != DiskWatch.State.ROOM) {
            sentences.add(Refusal.DISK_LOW.hint());
        }
        addTo(
                sentences,
                "What is too old cannot be deleted: ",
                sessions.housekeeping().failure());
        return sentences;
    }

    private static void addTo(List<String> sentences, String part, @Nullable Throwable failure) {
        if (failure != null) {
            sentences.add(part + failure.getMessage());
        }
    }

    private static String publicUrl(Settings settings, int port) {
        return settings.publicUrl() != null ? settings.publicUrl() : own(settings, port);
    }

    private static String own(Settings settings, int port) {
        String scheme = settings.receiving().tls() == null ? "http" : "https";
        return scheme + "://" + settings.host() + ":" + port;
    }

    /** Where this server itself listens. */
    public String url() {
        return own(settings, http.port());
    }

    public Sites sites() {
        return sites;
    }

    Accounts accounts() {
        return accounts;
    }

    Entrance entrance() {
        return entrance;
    }

    SnippetSettings snippet() {
        return snippet;
    }

    Intake intake() {
        return intake;
    }

    SessionsModule sessions() {
        return sessions;
    }

    @Override
    public void close() {
        closing.close();
    }
}
