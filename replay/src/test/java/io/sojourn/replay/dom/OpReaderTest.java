package io.sojourn.replay.dom;

import static io.sojourn.replay.script.Tree.html;
import static io.sojourn.replay.script.Tree.page;
import static io.sojourn.replay.script.Tree.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sojourn.eventlog.wire.DomOps;
import io.sojourn.replay.dom.ProgramRefused.Reason;
import io.sojourn.replay.script.Agent;
import io.sojourn.replay.script.Outline;
import io.sojourn.replay.script.Tree;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpReaderTest {
    private final OpReader reader = new OpReader(OpReader.Origin.AGENT);

    @Test
    void aSnapshotIsReadNodeByNode() throws Exception {
        // RESET, INSERT 0 0, document(absent base), html element "p" with class=big, text "Hi", end, end
        Page page = applied(program(List.of("p", "class", "big", "Hi"), 1, 2, 0, 0, 7, 0, 1, 2, 1, 2, 1, 4, 1, 0, 0));

        assertThat(Outline.of(page)).isEqualTo("7 1  \n 1 2 p class=big \n  4 3  Hi\n");
    }

    @Test
    void aNumberedWordIsSaidByItsNumberLater() throws Exception {
        Page page = applied(program(List.of("p"), 1, 2, 0, 0, 7, 0, 1, 2, 0, 0, 1, 3, 0, 0, 0));

        assertThat(Outline.of(page)).isEqualTo("7 1  \n 1 2 p \n 1 3 p \n");
    }

    @Test
    void countingGoesOnFromProgramToProgram() throws Exception {
        OpApplier page = new OpApplier(new Page());
        Agent agent = new Agent();
        apply(page, agent.snapshot(page()).take());
        apply(page, agent.insert(4, 0, html("p")).take());
        apply(page, agent.insert(5, 0, text("in the second")).take());

        assertThat(page.page().find(6)).isNotNull().hasToString("HTML 6 p");
        assertThat(page.skipped()).isZero();
    }

    @Test
    void whatNamesANodeThatWentIsSkippedAndCounted() throws Exception {
        OpApplier page = new OpApplier(new Page());
        Agent agent = new Agent().snapshot(page(html("p")));
        agent.remove(6)
                .text(6, "late")
                .attribute(6, "class", "late")
                .move(6, 5, 0)
                .insert(6, 0, text("late"));
        apply(page, agent.take());

        assertThat(page.skipped()).isEqualTo(4);
    }

    @Test
    void aNodeCannotMoveIntoItself() throws Exception {
        OpApplier page = new OpApplier(new Page());
        apply(
                page,
                new Agent()
                        .snapshot(page(html("div", html("p"))))
                        .move(6, 7, 0)
                        .move(6, 6, 0)
                        .take());

        assertThat(page.skipped()).isEqualTo(2);
    }

    @Test
    void nothingIsReadBeforeASnapshot() {
        assertRefused(Reason.NO_SNAPSHOT, () -> reader.read(program(List.of(), 3, 4)));
    }

    @Test
    void afterALossOnlyWhatWasNumberedBeforeIsReadUntilTheNextSnapshot() throws Exception {
        Agent agent = new Agent();
        reader.read(agent.snapshot(page()).take());
        reader.lose();

        assertThat(reader.read(agent.remove(4).remove(400).take())).containsExactly(new Op.Remove(4));
        assertThat(reader.isSure(4)).isTrue();
        assertThat(reader.isSure(400)).isFalse();

        assertThat(reader.read(agent.snapshot(page()).take())).hasSize(2);
    }

    @Test
    void anAgentMayNotStateIds() {
        assertRefused(Reason.MISPLACED, () -> reader.read(program(List.of(), 1, 11, 5)));
    }

    @Test
    void aProgramThatBreaksTheGrammarIsRefusedWithItsReason() {
        assertRefused(Reason.UNKNOWN_NUMBER, () -> reader.read(program(List.of(), 1, 99)));
        assertRefused(Reason.UNKNOWN_NUMBER, () -> reader.read(program(List.of(), 1, 2, 0, 0, 12)));
        assertRefused(Reason.CUT_SHORT, () -> reader.read(program(List.of(), 1, 2, 0, 0, 7, 0)));
        assertRefused(Reason.CUT_SHORT, () -> reader.read(program(List.of(), 1, 10, 1, Integer.MAX_VALUE)));
        assertRefused(Reason.BAD_STRING, () -> reader.read(program(List.of(), 1, 2, 0, 0, 7, 1)));
        assertRefused(Reason.BAD_STRING, () -> reader.read(program(List.of("left over"), 1)));
        assertRefused(Reason.BAD_STRING, () -> reader.read(program(List.of(), 1, 2, 0, 0, 7, 3)));
        assertRefused(Reason.TOO_LARGE, () -> reader.read(program(List.of(), 1, 3, -1)));
        assertRefused(Reason.MISPLACED, () -> reader.read(program(List.of("p"), 1, 2, 0, 0, 7, 0, 1, 1, 0, 9)));
    }

    @Test
    void aTreeMayNotNestWithoutEnd() {
        Agent deep = new Agent();
        Tree tree = html("p");
        for (int i = 0; i < 1_100; i++) {
            tree = html("p", tree);
        }
        Tree top = tree;
        assertRefused(
                Reason.TOO_DEEP, () -> reader.read(deep.snapshot(page(top)).take()));
    }

    @Test
    void movingMayNotNestWithoutEnd() throws Exception {
        OpApplier page = new OpApplier(new Page());
        Agent agent = new Agent().snapshot(page());
        apply(page, agent.take());
        assertRefused(Reason.TOO_DEEP, () -> {
            int parent = 4;
            for (int id = 6; id < 1_100; id++) {
                apply(page, agent.insert(parent, 0, html("p")).take());
                parent = id;
            }
        });
    }

    @Test
    void aFewBytesCannotNameABookAMillionTimes() {
        DomOps.Builder program = program(List.of("x".repeat(5_000)), 1, 9, 1, 2).toBuilder();
        assertRefused(Reason.TOO_LARGE, () -> reader.read(program.build()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anythingAtAllIsReadOrRefused(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            DomOps.Builder program = DomOps.newBuilder().addCode(1);
            for (int length = random.nextInt(40); length > 0; length--) {
                program.addCode(random.nextInt(20) == 0 ? random.nextInt() : random.nextInt(13));
            }
            for (int words = random.nextInt(6); words > 0; words--) {
                program.addText("w" + random.nextInt(4));
            }
            OpApplier page = new OpApplier(new Page());
            try {
                for (Op op : new OpReader(OpReader.Origin.SERVER).read(program.build())) {
                    page.apply(op);
                }
            } catch (ProgramRefused expected) {
                assertThat(expected.getMessage()).isNotBlank();
            }
        }
    }

    private static DomOps program(List<String> text, int... codes) {
        DomOps.Builder program = DomOps.newBuilder().addAllText(text);
        for (int code : codes) {
            program.addCode(code);
        }
        return program.build();
    }

    private Page applied(DomOps program) throws ProgramRefused {
        OpApplier page = new OpApplier(new Page());
        apply(page, program);
        return page.page();
    }

    private void apply(OpApplier page, DomOps program) throws ProgramRefused {
        for (Op op : reader.read(program)) {
            page.apply(op);
        }
    }

    private static void assertRefused(Reason reason, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        ProgramRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
