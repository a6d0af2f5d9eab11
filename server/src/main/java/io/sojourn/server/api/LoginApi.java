package io.sojourn.server.api;

import io.sojourn.sites.Accounts;
import io.undertow.server.RoutingHandler;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Getting in and out. */
final class LoginApi {
    private static final String DEMO_USER = "demo@sojourn.invalid";

    private final Accounts accounts;
    private final Login login;
    private final Entrance entrance;
    private final LoginThrottle throttle;
    private final String version;

    LoginApi(Accounts accounts, Login login, Entrance entrance, InstantSource clock, String version) {
        this.accounts = accounts;
        this.login = login;
        this.entrance = entrance;
        this.throttle = new LoginThrottle(clock);
        this.version = version;
    }

    void addTo(RoutingHandler routes, Gate gate) {
        routes.get("/api/me", new EndpointHandler(gate.open(this::me)));
        routes.post("/api/setup", new EndpointHandler(gate.open(this::setUp)));
        routes.post("/api/login", new EndpointHandler(gate.open(this::logIn)));
        routes.post("/api/logout", new EndpointHandler(gate.open(this::logOut)));
        routes.post("/api/enter", new EndpointHandler(gate.open(this::enter)));
    }

    private Answer me(Request request) {
        String who = login.who(request.exchange());
        Map<String, @Nullable Object> me = new LinkedHashMap<>();
        me.put("user", who == null ? null : Map.of("email", who));
        me.put("setup", who == null && entrance.demoToken() == null && accounts.none());
        me.put("version", version);
        me.put("demo", entrance.demoToken() != null);
        return Answer.json(me);
    }

    record SetUp(
            @Nullable String token,
            @Nullable String email,
            @Nullable String password) {}

    private Answer setUp(Request request) throws Exception {
        SetUp given = request.body(SetUp.class);
        if (!accounts.none()) {
            throw new Problem(409, "There is an account already. Log in with it.");
        }
        if (given.token() == null || !entrance.opensSetup(given.token())) {
            throw new Problem(
                    403, "This set-up link is not the one printed at the start. Restart Sojourn to see it again.");
        }
        String email = given.email() == null ? "" : given.email();
        accounts.create(email, given.password() == null ? "" : given.password());
        login.begin(request.exchange(), email);
        return Answer.empty();
    }

    record Credentials(@Nullable String email, @Nullable String password) {}

    private Answer logIn(Request request) throws Exception {
        Credentials given = request.body(Credentials.class);
        if (throttle.closed()) {
            throw new Problem(429, "Too many failed log-ins. Wait a quarter of an hour.");
        }
        String email = given.email() == null ? "" : given.email();
        if (!accounts.passwordFits(email, given.password() == null ? "" : given.password())) {
            throttle.failed();
            throw new Problem(401, "E-mail address and password do not fit together.");
        }
        login.begin(request.exchange(), email);
        return Answer.empty();
    }

    private Answer logOut(Request request) {
        login.end(request.exchange());
        return Answer.empty();
    }

    record Token(@Nullable String token) {}

    private Answer enter(Request request) throws Exception {
        Token given = request.body(Token.class);
        if (given.token() == null || !entrance.opensDemo(given.token())) {
            throw new Problem(403, "This link belongs to a demo that is over. Start it again: ./sojourn demo");
        }
        login.begin(request.exchange(), DEMO_USER);
        return Answer.empty();
    }
}
