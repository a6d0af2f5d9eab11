package io.sojourn.journey.stall;

import io.sojourn.journey.signal.Signal;

/** A sign, in which view of the visit it was, and what on the page it is about. */
record Located(int view, Subject subject, Signal signal) {}
