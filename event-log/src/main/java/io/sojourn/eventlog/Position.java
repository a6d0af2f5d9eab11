package io.sojourn.eventlog;

/**
 * A place in one log: where the next record to read stands. Opaque outside the engine that made it, except that positions
 * of the same log can be compared.
 *
 * @param logId names the log; a position of another log means nothing here
 * @param index the engine's own count
 * @param crc CRC32C of the record before this place, 0 at the very beginning; a mismatch shows a log that was swapped
 */
public record Position(String logId, long index, int crc) {}
