internal import CivilTime

/// The words of the profiles' vocabulary that samples use: keys, as they stand in `words:` of the profiles.
enum SampleWords {
    enum Role {
        static let firstSecretary = "first_secretary"
        static let teamLeader = "team_leader"
        static let member = "member"
        static let graduate = "graduate"
        static let selectedGraduate = "selected_graduate"
    }

    enum Level {
        static let province = "province"
        static let city = "city"
        static let county = "county"
    }

    enum UnitKind {
        static let government = "government"
        static let publicInstitution = "public_institution"
        static let enterprise = "enterprise"
        static let school = "school"
    }

    enum Employment {
        static let civilServant = "civil_servant"
        static let institutionManagement = "institution_management"
        static let institutionTechnical = "institution_technical"
        static let enterprise = "enterprise"
        static let graduate = "graduate"
        static let selectedGraduate = "selected_graduate"
    }

    enum Office {
        static let township = "township"
        static let countyOffice = "county_office"
        static let cityOffice = "city_office"
        static let sendingUnit = "sending_unit"
    }

    enum Leave {
        static let personal = "事假"
        static let sick = "病假"
        static let annual = "年休假"
        static let officialTrip = "公出"
        static let training = "培训"
    }

    enum LeaveStatus {
        static let requested = "requested"
        static let approved = "approved"
        static let rejected = "rejected"
        static let cancelled = "cancelled"
        static let closed = "closed"
    }

    enum Incident {
        static let offPost = "off_post"
        static let namedInBulletin = "named_in_bulletin"
        static let interview = "interview"
        static let selfCriticism = "self_criticism"
        static let admonition = "admonition"
        static let complaints = "complaints"
        static let health = "health"
        static let praise = "praise"
        static let award = "award"
    }

    enum Grade {
        static let excellent = "优秀"
        static let competent = "称职"
        static let basicallyCompetent = "基本称职"
        static let incompetent = "不称职"
        static let qualified = "合格"
        static let basicallyQualified = "基本合格"
    }

    enum Poll {
        static let villagers = "villagers"
        static let assessment = "assessment"
    }

    /// Who rates: villagers what is theirs to say, else the offices of the unit of time.
    static func raters(of dimension: String, _ per: TimeUnit) -> [String] {
        if dimensionsByVillagers.contains(dimension) { return ["villagers"] }
        switch per {
        case .month: return ["township"]
        case .quarter: return ["county_office", "township"]
        default: return ["county_office"]
        }
    }

    static let teamQuarterByVillagers = "群众满意"
    private static let dimensionsByVillagers: Set = [teamQuarterByVillagers, "群众反映", "民意调查", "群众评价", "群众评议"]

    /// The commonest first.
    static let villageKinds = ["lifted", "demonstration", "resettlement", "weak_party", "red"]
    static let ordinaryVillage = "ordinary"
    /// From the highest to the lowest.
    static let educations = ["master", "bachelor", "college", "secondary_vocational"]

    static let met = "met"
    static let breached = "breached"

    enum Household {
        static let lifted = "lifted"
        static let ordinary = "ordinary"
        static let monitored = ["unstable", "marginal", "sudden"]
        /// The first two are away from the county, the last is nowhere.
        static let workplaces = ["out_of_province", "out_of_county", "in_county", "none"]
        static let help = ["industry", "employment", "public_post"]
        static let relief = "minimum_living"
    }

    /// Activities that are of a level and take days, whoever asks for them.
    static let activities = [
        "full_training": (level: Level.county, days: 3), "central_training": (level: Level.county, days: 3),
        "systematic_training": (level: Level.city, days: 3),
        "intensive_training": (level: Level.city, days: 4), "model_training": (level: Level.province, days: 5),
        "policy_training": (level: Level.county, days: 4),
    ]
    /// What a list says where the rules only ask that it says something.
    static let item = "内容齐全"

    enum Village {
        static let matters = [
            ("medical", "concrete"), ("housing", "concrete"), ("water", "concrete"), ("industry", "project"),
            ("dispute", "visits"), ("rights", "administrative"),
            ("civility", "activities"), ("motivation", "points"),
        ]
        static let areas = ["monitoring", "guarantees", "employment", "industry", "environment", "policies"]
        static let urgencies = ["urgent", "serious", "minor", "slow"]
        static let sources = ["inspection", "villagers"]
        static let model = "model"
        static let industry = "industry"
        static let assets = ["public", "operating", "household"]
        static let household = "household"
        static let vacancies = ["rotation", "adjustment", "recall"]
        static let secretary = "party_secretary"
        static let workshop = "workshop"
        static let insurance = "accident"
        static let departments = [
            (name: "县乡村振兴局", roles: ["member", "lead"]), (name: "县农业农村局", roles: ["member", "industry"]),
        ]
    }

    static let plantings = [
        "cool_vegetables", "new_greenhouse", "rebuilt_greenhouse", "orchard", "potato_base", "herb_base", "farmland",
        "soybean", "oil_crop",
    ]
}
