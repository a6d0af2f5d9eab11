package io.sojourn.replay.rrweb;

import io.sojourn.replay.tape.Tape;

/**
 * A stretch of one document that was on the screen.
 *
 * @param startedAt epoch ms of moment 0 on the tape
 * @param from ms on the tape; the picture at this moment opens the scene
 * @param until ms on the tape, inclusive
 * @param width of the viewport in CSS px, when the tape does not say
 */
public record RrwebScene(Tape tape, long startedAt, int from, int until, String url, int width, int height) {}
