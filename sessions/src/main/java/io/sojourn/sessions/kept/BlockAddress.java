package io.sojourn.sessions.kept;

import io.sojourn.eventlog.wire.Lane;

/**
 * Where a block stands.
 *
 * @param segment the number in the file's name; numbers are never given twice
 * @param start byte offset of the block in the file
 * @param length bytes, frame included
 */
public record BlockAddress(Lane lane, long segment, long start, int length) {}
