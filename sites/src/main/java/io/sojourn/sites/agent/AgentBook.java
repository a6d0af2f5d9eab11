package io.sojourn.sites.agent;

import java.util.function.UnaryOperator;

/** What was decided for each site. Any thread; {@link #of} is answered from memory. */
public interface AgentBook {
    /** {@link AgentSettings#DEFAULT} where nothing was decided. */
    AgentSettings of(int siteId);

    /** Changes of one site come one after another. @return the settings from now on */
    AgentSettings change(int siteId, UnaryOperator<AgentSettings> change);
}
