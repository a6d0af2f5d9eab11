package io.sojourn.journey.testing;

import io.sojourn.eventlog.wire.Element;
import io.sojourn.eventlog.wire.Response;
import io.sojourn.eventlog.wire.ScriptError;
import io.sojourn.eventlog.wire.SubmitResult;
import io.sojourn.sessions.testing.VisitBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A site with twelve stalls planted in it and four things that only look like stalls. Every visit passes one of the four, then
 * three of the twelve places until it is lost; one visit in four meets what is wrong there, and those are lost 25 to 40 points
 * more often. Who is not lost reaches the goal. Small mishaps that change nothing happen to anybody. The same seed tells the same visits.
 */
public final class ScriptedSite {
    private static final double LOST_ANYWAY = 0.12;
    private static final double HIT = 0.24;
    private static final int PLACES = 3;
    private static final List<String> DECOY_PAGES = List.of("/amount", "/article", "/ticker", "/compare");

    /** What is planted. @param page where it must be found @param cause what must be said of it */
    public record Planted(String name, String page, String cause, double lift) {}

    public static final List<Planted> PLANTED = List.of(
            new Planted("a button that does nothing", "/plan", "broken", 0.35),
            new Planted("a click that ends in a script's error", "/voucher", "broken", 0.32),
            new Planted("a click whose request fails", "/basket", "broken", 0.30),
            new Planted("a link to nowhere", "/help", "broken", 0.38),
            new Planted("a page that shows after six seconds", "/gallery", "slow", 0.33),
            new Planted("a click that is answered after five seconds", "/configure", "slow", 0.30),
            new Planted("a form that empties itself", "/card", "form-error", 0.40),
            new Planted("a field that is refused again and again", "/register", "form-error", 0.36),
            new Planted("an address that is asked for twice", "/address", "form-effort", 0.30),
            new Planted("a search that finds nothing", "/find", "not-found", 0.34),
            new Planted("a list in which nothing is what it says", "/catalogue", "not-found", 0.36),
            new Planted("a button that stays grey", "/terms", "unclear", 0.33));

    public static final List<String> DECOYS = DECOY_PAGES;

    private final SplittableRandom random;
    private final long startsAt;

    public ScriptedSite(long seed, long startsAtEpochMillis) {
        random = new SplittableRandom(seed);
        startsAt = startsAtEpochMillis;
    }

    /** Visits of one after the other place, a minute apart. */
    public List<VisitBuilder> visits(int count) {
        List<VisitBuilder> visits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            visits.add(visit(i));
        }
        return visits;
    }

    public VisitBuilder visit(int number) {
        ScriptedVisit visit = ScriptedVisit.aVisit(number).startingAt(startsAt + number * 20_000L);
        if (random.nextInt(3) == 0) {
            visit.onMobile();
        }
        visit.on("/").busy(some(3_000, 15_000)).presses("#start").answered(Response.NAVIGATED, 300);
        decoy(visit, random.nextInt(DECOY_PAGES.size()));
        int which = number;
        for (int i = 0; i < PLACES; i++) {
            which = (which + 1 + random.nextInt(3)) % PLANTED.size();
            boolean hit = random.nextDouble() < HIT;
            place(visit, which, hit);
            if (random.nextDouble() < LOST_ANYWAY + (hit ? PLANTED.get(which).lift() : 0)) {
                return visit.busy(some(500, 9_000)).leaves().builder();
            }
            visit.busy(some(500, 9_000)).presses("#next").answered(Response.NAVIGATED, 400);
        }
        return visit.on("/thanks")
                .busy(2_000)
                .reaches("order")
                .busy(1_500)
                .leaves()
                .builder();
    }

    private long some(int least, int most) {
        return random.nextInt(least, most);
    }

    private void decoy(ScriptedVisit visit, int which) {
        visit.on(DECOY_PAGES.get(which)).busy(some(2_000, 8_000));
        switch (which) {
            case 0 -> stepper(visit);
            case 1 -> selection(visit);
            case 2 -> ticker(visit);
            default -> compare(visit);
        }
        mishap(visit);
        visit.busy(some(1_000, 5_000)).presses("#on").answered(Response.NAVIGATED, 250);
    }

    private void stepper(ScriptedVisit visit) {
        Element plus = Element.newBuilder()
                .setTag("button")
                .setInteractive(true)
                .setLabel("+")
                .setId("more")
                .build();
        for (int i = 0; i < 6; i++) {
            visit.presses(plus, click -> {}).answered(Response.MUTATED, 20).waits(170);
        }
    }

    private void selection(ScriptedVisit visit) {
        Element text =
                Element.newBuilder().setTag("p").setNthPath("html>body>p").build();
        visit.presses(text, click -> {})
                .answered(Response.SELECTION_CHANGED, 30)
                .waits(120);
        visit.presses(text, click -> {}).waits(120).presses(text, click -> {});
    }

    private void ticker(ScriptedVisit visit) {
        visit.presses("#read")
                .answered(Response.MUTATED, 480)
                .busy(900)
                .presses("#read")
                .answered(Response.MUTATED, 470);
    }

    private void compare(ScriptedVisit visit) {
        for (int i = 1; i <= 4; i++) {
            visit.presses("#card" + i).answered(Response.NAVIGATED, 300);
            visit.on("/item/" + (1_000 + i))
                    .busy(some(12_000, 25_000))
                    .presses("#zoom")
                    .answered(Response.MUTATED, 40);
            visit.busy(2_000).on("/compare").busy(some(1_500, 4_000));
        }
    }

    /** What happens to anybody and costs nobody. */
    private void mishap(ScriptedVisit visit) {
        if (random.nextInt(15) == 0) {
            visit.pressesInVain("#logo");
        }
        if (random.nextInt(30) == 0) {
            visit.presses("#menu").answered(Response.MUTATED, 30).waits(150);
            visit.presses("#menu")
                    .waits(150)
                    .presses("#menu")
                    .waits(150)
                    .presses("#menu")
                    .waits(150);
        }
    }

    private void place(ScriptedVisit visit, int which, boolean hit) {
        String page = PLANTED.get(which).page();
        visit.shows(page, which == 4 && hit ? 6_000 : (int) some(600, 2_200));
        visit.busy(which == 4 ? some(6_500, 15_000) : some(2_000, 25_000));
        switch (which) {
            case 0 -> presses(visit, "#choose", hit);
            case 1 -> {
                visit.presses("#apply").waits(80);
                if (hit) {
                    visit.scriptFails(ScriptError.Source.SITE);
                } else {
                    visit.answered(Response.MUTATED, 80);
                }
            }
            case 2 -> {
                visit.presses("#add").waits(300);
                if (hit) {
                    visit.requestFails(500);
                } else {
                    visit.answered(Response.MUTATED, 300);
                }
            }
            case 3 -> {
                if (hit) {
                    visit.presses("#faq")
                            .answered(Response.NAVIGATED, 200)
                            .missing("/faq-2019")
                            .busy(some(2_000, 6_000));
                    visit.backTo(page).busy(1_000);
                }
            }
            case 4 -> {}
            case 5 -> {
                visit.presses("#colour").waits(hit ? 5_000 : 200).answered(Response.MUTATED, hit ? 5_000 : 200);
            }
            case 6 -> form(visit, "card", hit, List.of("name", "street", "town", "card", "month"));
            case 7 -> {
                form(visit, "register", hit, List.of());
                if (hit) {
                    visit.fills("register", "phone", 4_000)
                            .sends("register", "#send")
                            .waits(200);
                    visit.complains("register", "phone").sent("register", SubmitResult.Outcome.FAILED, List.of(), 0);
                }
            }
            case 8 -> {
                visit.seesForm("address", 4).fills("address", "street", 5_000);
                if (hit) {
                    visit.typesAgain("address", "street", "contact", "street", false);
                }
            }
            case 9 -> visit.searches("lamp " + random.nextInt(4), hit ? 0 : 7).busy(some(1_000, 4_000));
            case 10 -> {
                if (hit) {
                    bounce(visit, page);
                }
            }
            default -> {
                if (hit) {
                    visit.pressesDisabled("#agree").busy(1_500).pressesDisabled("#agree");
                }
            }
        }
        mishap(visit);
    }

    private void presses(ScriptedVisit visit, String button, boolean inVain) {
        if (inVain) {
            visit.pressesInVain(button).busy(some(1_000, 3_000)).pressesInVain(button);
        } else {
            visit.presses(button).answered(Response.MUTATED, 90);
        }
    }

    private void form(ScriptedVisit visit, String form, boolean fails, List<String> cleared) {
        visit.seesForm(form, 6)
                .fills(form, "name", 3_000)
                .fills(form, "street", 4_000)
                .fills(form, "phone", 3_000);
        visit.sends(form, "#send").waits(300);
        if (fails) {
            visit.complains(form, "phone").sent(form, SubmitResult.Outcome.FAILED, cleared, 1);
        } else {
            visit.sent(form, SubmitResult.Outcome.SUCCEEDED, List.of(), 0);
        }
    }

    private void bounce(ScriptedVisit visit, String page) {
        for (int i = 0; i < 3; i++) {
            visit.presses("#entry" + i).answered(Response.NAVIGATED, 200);
            visit.view("/entry/" + (200 + i))
                    .busy(some(2_000, 5_000))
                    .backTo(page)
                    .busy(some(800, 2_500));
        }
    }
}
