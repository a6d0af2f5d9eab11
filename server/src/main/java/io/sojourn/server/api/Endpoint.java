package io.sojourn.server.api;

/** One thing the API can be asked. Runs on a worker thread and may block. */
interface Endpoint {
    /** @throws IllegalArgumentException with a sentence: answered as 400 */
    Answer answer(Request request) throws Exception;
}
