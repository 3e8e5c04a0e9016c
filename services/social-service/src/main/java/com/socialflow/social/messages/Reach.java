package com.socialflow.social.messages;

import com.socialflow.core.AccountId;
import com.socialflow.social.graph.Graph;
import com.socialflow.social.messages.MessageSetting.OpenTo;
import com.socialflow.social.messages.Participant.State;
import com.socialflow.social.people.People;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Decides whom somebody's messages reach, and how. Not inside a transaction: it may have to call. */
@Component
class Reach {

    private final People people;
    private final Graph graph;
    private final SettingStore settings;

    Reach(People people, Graph graph, SettingStore settings) {
        this.people = people;
        this.graph = graph;
        this.settings = settings;
    }

    /** What it was decided to be. */
    sealed interface Decision {
        /** Of each other: in what state they enter a conversation that the person begins. */
        record Reached(Map<AccountId, State> states) implements Decision {}

        record Unknown() implements Decision {}

        record Refused() implements Decision {}
    }

    /** How the person reaches these others, who are not yet in a conversation with him or her. */
    Decision first(AccountId writer, Set<AccountId> others) {
        if (people.find(others).size() < others.size()) {
            return new Decision.Unknown();
        }
        var ties = graph.ties(Optional.of(writer), others);
        var wishes = settings.of(others);
        var states = new HashMap<AccountId, State>();
        for (var other : others) {
            var followed = ties.followers().contains(other);
            var from = wishes.getOrDefault(other, MessageSetting.DEFAULT).from();
            var open = from == OpenTo.EVERYONE || from == OpenTo.FOLLOWED && followed;
            if (ties.apart(other) || !open) {
                return new Decision.Refused();
            }
            states.put(other, followed ? State.MEMBER : State.REQUESTED);
        }
        return new Decision.Reached(states);
    }

    /** Whether the two may go on writing to each other. */
    boolean together(AccountId writer, AccountId other) {
        return people.find(other).isPresent()
                && !graph.ties(Optional.of(writer), Set.of(other)).apart(other);
    }
}
