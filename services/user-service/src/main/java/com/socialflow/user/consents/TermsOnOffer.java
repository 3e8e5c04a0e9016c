package com.socialflow.user.consents;

import com.socialflow.user.registration.PublishedPolicies;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Shows whoever registers what registering accepts. */
@Component
class TermsOnOffer implements PublishedPolicies {

    private final Policies policies;

    TermsOnOffer(Policies policies) {
        this.policies = policies;
    }

    @Override
    public List<Published> policies() {
        return Stream.of(Purpose.TERMS, Purpose.PRIVACY)
                .map(purpose -> new Published(purpose.text(), policies.version(purpose), "/policies/" + purpose.text()))
                .toList();
    }
}
