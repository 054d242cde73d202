@_exported import CalqueLint
@_exported import CalqueReports
@_exported import CalqueRules
@_exported import CalqueSyntax
@_exported import CalqueText
