package io.sojourn.server.api;

import io.sojourn.server.alert.AlertPost;
import io.sojourn.sites.agent.AgentBook;
import io.sojourn.sites.alert.AlertChannels;
import io.sojourn.sites.alert.Deliveries;
import io.sojourn.sites.heat.OwnZones;
import io.sojourn.sites.proof.Releases;
import io.sojourn.sites.proof.StallBook;
import io.sojourn.sites.proof.Votes;
import io.sojourn.sites.rules.RuleBook;

/** What owners keep of their sites beside the sites themselves. */
public record OwnersDesk(
        RuleBook rules,
        Releases releases,
        StallBook book,
        Votes votes,
        AlertChannels channels,
        Deliveries deliveries,
        AlertPost post,
        OwnZones zones,
        AgentBook agent) {}
