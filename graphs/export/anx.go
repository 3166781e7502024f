package export

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"

	"github.com/tflink/tflink/graphs"
)

// An anxType is an entity type of Analyst's Notebook and the icon that it has there.
type anxType struct{ name, icon string }

// anxTypes has those of the kinds that the standard icons cover. Other kinds are
// themselves, with the icon of a thing that is not known.
var anxTypes = map[string]anxType{
	graphs.KindCase: {"Case", "case"}, "phone": {"Phone", "phone"}, "address": {"Location", "place"}, "plate": {"Vehicle", "car"}, "vin": {"Vehicle", "car"},
	"business": {"Organization", "orgbldg"}, "email": {"E-mail Address", "email"}, "handle": {"Account", "account"}, "url": {"Web Site", "website"}, "person": {"Person", "person"},
}

func anxTypeOf(kind string) anxType {
	if t, ok := anxTypes[kind]; ok {
		return t
	}
	return anxType{kind, "general"}
}

// Attributes of entities, with their type in Analyst's Notebook.
var anxAttributes = []attribute{
	{"Key", "AttText"}, {"County", "AttText"}, {"Agency", "AttText"}, {"Offense", "AttText"}, {"Status", "AttText"},
	{"Cluster", "AttText"}, {"Last day", "AttText"}, {"Cases", "AttNumber"}, {"Hub", "AttFlag"}, {"Bits", "AttNumber"},
}

// anxScale makes Analyst's Notebook's units of points, so that icons have the room that labels have.
const anxScale = 2.5

// writeANX writes an i2 Analyst's Notebook Exchange chart. Entities have
// their ID for identity, so that charts merge; what a person decided has a link type and a strength of its own.
func writeANX(b *bufio.Writer, n *graphs.Network, o Options) {
	b.WriteString(xml.Header)
	b.WriteString(`<Chart IdReferenceLinking="false" Rigorous="false">` + "\n")
	b.WriteString(`<StrengthCollection><Strength Name="Confirmed" DotStyle="DotStyleSolid"/><Strength Name="Unconfirmed" DotStyle="DotStyleDashed"/>` +
		`<Strength Name="Tentative" DotStyle="DotStyleDotted"/></StrengthCollection>` + "\n<AttributeClassCollection>\n")
	for _, a := range anxAttributes {
		fmt.Fprintf(b, "<AttributeClass Name=\"%s\" Type=\"%s\" Visible=\"true\" ShowValue=\"true\"/>\n", a.name, a.kind)
	}
	b.WriteString("</AttributeClassCollection>\n<EntityTypeCollection>\n")
	for _, t := range anxTypesIn(n) {
		fmt.Fprintf(b, "<EntityType Name=\"%s\" IconFile=\"%s\" PreferredRepresentation=\"RepresentAsIcon\"/>\n", escape(t.name), t.icon)
	}
	b.WriteString("</EntityTypeCollection>\n" + `<LinkTypeCollection><LinkType Name="Mentions"/><LinkType Name="Judged"/></LinkTypeCollection>` + "\n<ChartItemCollection>\n")
	byGroup := colors(n)
	for v := range int32(n.Len()) {
		anxEntity(b, n.At(v), v, o, colorOf(n, v, byGroup))
	}
	for e := range int32(n.EdgeCount()) {
		anxLink(b, n, n.EdgeAt(e))
	}
	b.WriteString("</ChartItemCollection>\n</Chart>\n")
}

// anxTypesIn returns the entity types of a network, by name.
func anxTypesIn(n *graphs.Network) []anxType {
	var types []anxType
	seen := make(map[string]bool)
	for v := range int32(n.Len()) {
		if kind := n.At(v).Kind; !seen[kind] {
			seen[kind] = true
			types = append(types, anxTypeOf(kind))
		}
	}
	slices.SortFunc(types, func(a, b anxType) int { return strings.Compare(a.name, b.name) })
	return slices.Compact(types)
}

func anxEntity(b *bufio.Writer, node graphs.Node, v int32, o Options, color uint32) {
	f := o.facts(v)
	fmt.Fprintf(b, `<ChartItem Label="%s" Description="%s"`, escape(node.Text()), escape(node.Detail))
	if f.From != "" {
		fmt.Fprintf(b, ` DateSet="true" TimeSet="false" DateTime="%sT00:00:00"`, escape(f.From))
	}
	if f.Source != "" {
		fmt.Fprintf(b, ` SourceReference="%s"`, escape(f.Source))
	}
	var x, y int
	if o.Positions != nil {
		x, y = int(o.Positions[v].X*anxScale), int(o.Positions[v].Y*anxScale)
		fmt.Fprintf(b, ` XPosition="%d"`, x)
	}
	fmt.Fprintf(b, "><End X=\"%d\" Y=\"%d\" Z=\"0\">", x, y)
	// Colours are 0xBBGGRR.
	bgr := color&0xFF<<16 | color&0xFF00 | color>>16
	fmt.Fprintf(b, `<Entity EntityId="%s" Identity="%[1]s" LabelIsIdentity="false"><Icon><IconStyle Type="%s" IconShadingColour="%d"/></Icon></Entity></End>`,
		escape(node.ID), escape(anxTypeOf(node.Kind).name), bgr)
	county := strings.Join(f.Counties, "; ")
	if county == "" {
		county = node.GroupText()
	}
	b.WriteString("<AttributeCollection>")
	put := func(class, value string) {
		if value != "" {
			fmt.Fprintf(b, `<Attribute AttributeClass="%s" Value="%s"/>`, class, escape(value))
		}
	}
	put("Key", node.ID)
	put("County", county)
	put("Agency", f.Agency)
	put("Offense", f.Offense)
	put("Status", f.Status)
	put("Cluster", f.Cluster)
	put("Last day", f.To)
	if n := caseCount(node); n > 0 {
		put("Cases", fmt.Sprint(n))
	}
	if node.Hub {
		put("Hub", "true")
	}
	b.WriteString("</AttributeCollection></ChartItem>\n")
}

func anxLink(b *bufio.Writer, n *graphs.Network, e graphs.Edge) {
	from, to := n.At(e.From), n.At(e.To)
	kind, strength := "Mentions", "Unconfirmed"
	switch {
	case from.IsCase() && to.IsCase():
		kind, strength = "Judged", "Confirmed"
	case to.Hub || from.Hub:
		strength = "Tentative"
	}
	fmt.Fprintf(b, `<ChartItem Label="%s" Description="%s"><Link End1Id="%s" End2Id="%s"><LinkStyle Type="%s" Strength="%s" ArrowStyle="ArrowNone" LineWidth="%d" MlStyle="MultiplicityMultiple"/></Link>`,
		escape(e.Label), escape(e.Detail), escape(from.ID), escape(to.ID), kind, strength, min(4, 1+max(0, int(e.Weight/5))))
	fmt.Fprintf(b, `<AttributeCollection><Attribute AttributeClass="Bits" Value="%s"/></AttributeCollection></ChartItem>`+"\n", number(e.Weight))
}
